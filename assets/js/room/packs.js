// Packs by address, fetched once: what was here before the server went away stays here.
const packs = new Map();

export async function fetchPack(address) {
  if (!packs.has(address)) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    packs.set(address, await answer.json());
  }
  return packs.get(address);
}
