// Replay the tape: the operations that Python traced through the one model, from levers to named results.
// Registers are levers, then parameters, then literals, then one per operation. Nothing here knows the model.
const OPERANDS = [2, 2, 2, 2, 2, 2, 2, 1, 4]; // add subtract multiply divide minimum maximum power exp select_less

export function loadTape(tape) {
  if (tape.version !== 1) throw new Error(`tape version ${tape.version} is not known`);
  const operations = Int32Array.from(tape.operations);
  const leaves = tape.levers.length + tape.values.length + tape.literals.length;
  let count = 0;
  for (let at = 0; at < operations.length; at += 1 + OPERANDS[operations[at]]) count += 1;
  const registers = new Float64Array(leaves + count);
  registers.set(tape.values, tape.levers.length);
  registers.set(tape.literals, tape.levers.length + tape.values.length);

  function run() {
    const r = registers, o = operations, end = o.length;
    let next = leaves;
    for (let at = 0; at < end; next += 1) {
      const a = r[o[at + 1]], b = r[o[at + 2]];
      switch (o[at]) {
        case 0: r[next] = a + b; at += 3; break;
        case 1: r[next] = a - b; at += 3; break;
        case 2: r[next] = a * b; at += 3; break;
        case 3: r[next] = a / b; at += 3; break;
        case 4: r[next] = a < b ? a : b; at += 3; break;
        case 5: r[next] = a > b ? a : b; at += 3; break;
        case 6: r[next] = Math.pow(a, b); at += 3; break;
        case 7: r[next] = Math.exp(a); at += 2; break;
        case 8: r[next] = a < b ? r[o[at + 3]] : r[o[at + 4]]; at += 5; break;
        default: throw new Error(`opcode ${o[at]} is not known`);
      }
    }
  }

  // values: lever id → number, every lever of the tape; answer: result name → one number per year.
  function replay(values) {
    tape.levers.forEach((id, i) => { registers[i] = values[id]; });
    run();
    const found = {};
    for (const [name, numbers] of tape.results) found[name] = numbers.map((number) => registers[number]);
    return found;
  }
  return { hash: tape.hash, years: tape.years, levers: tape.levers, replay };
}
