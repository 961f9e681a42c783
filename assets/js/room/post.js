// One request to the room: an answer, a refusal in words, or nothing at all (the server is away, or asks to wait).
import { language } from "/assets/js/room/words.js";

const PATIENCE = 8000; // ms

export async function request(path, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(path, { cache: "no-store", ...options, signal: stop.signal });
    // 403, 404, 409 … are answers; 429 and what a server says that is just starting or stopping are none.
    if (answer.status === 429 || answer.status >= 500) return null;
    const json = answer.headers.get("content-type")?.includes("application/json");
    return { status: answer.status, tag: answer.headers.get("etag"), found: json ? await answer.json() : {} };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

export function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return request(`${path}?lang=${language}`, { method: "POST", headers, body: JSON.stringify(body) });
}
