// Walk a number backwards: its formula in words and with the values of where the levers stand, its inputs, and so
// on down to levers and given figures with their sources. Values come from a tape that keeps every quantity.
import { say } from "/assets/js/panel/dom.js";
import { loadTape } from "/assets/js/panel/tape.js";
import { makeValueWords } from "/assets/js/panel/value_words.js";

export function makeExplainer(behind, numbers) {
  const { quantities, parameters, words } = behind;
  const tape = loadTape(behind.tape), years = tape.years;
  const value = makeValueWords(behind.units, numbers);
  const levers = new Map(behind.levers.map((lever) => [lever.id, lever]));
  const given = new Map(behind.tape.parameters.map(([id, year], i) => [`${id} ${year}`, behind.tape.values[i]]));
  const inYear = (name, year) => say(words.in_year, { name, year });

  // Every explanation of one state of the levers.
  function at(values) {
    const found = tape.replay(values);

    function leaf(title, kind, year, number, unit, more = {}) {
      const said = { title, kind: words[`kind_${kind}`], year, number, value: value(number, unit), note: "", source: "" };
      return { ...said, words: "", values: "", leaf: true, inputs: () => [], ...more };
    }

    function parameter({ id, name }, year) {
      const { unit, years: told } = parameters.of[id], [status, source, illustrative] = told[year];
      const more = { note: status, source: parameters.sources[source], illustrative };
      return leaf(name, "parameter", year, given.get(`${id} ${year}`), unit, more);
    }

    function lever({ id, name }, year) {
      const { group, core, default: today, source, illustrative } = levers.get(id), number = values[id];
      const note = number === today ? words.lever_today : say(words.lever_moved, { value: value(today, core) });
      return leaf(name, group, year, number, core, { note, source, illustrative, lever: group });
    }

    function input(ref, index) {
      const back = ref.back === "base" ? index : ref.back, year = years[index - back];
      if (ref.kind === "quantity") return quantity(ref.id, year, ref.name);
      if (ref.kind === "year") return leaf(ref.name, "year", years[index], years[index], "year");
      return ref.kind === "lever" ? lever(ref, years[index]) : parameter(ref, year);
    }

    function quantity(id, year, title = quantities[id].name) {
      const index = years.indexOf(year), { name, unit } = quantities[id], number = found[id][index];
      const first = index === 0 && "first" in quantities[id];
      const how = first ? quantities[id].first ?? { inputs: {}, words: "", values: "" } : quantities[id];
      const refs = Object.entries(how.inputs).map(([short, ref]) => [short, ref, () => input(ref, index)]);
      const own = value(number, unit), constant = first && !refs.length ? say(words.first_year, { value: own }) : "";
      const inWords = () => Object.fromEntries(refs.map(([short, ref]) => {
        const back = ref.back === "base" ? index : ref.back;
        return [short, back ? inYear(ref.short, years[index - back]) : ref.short];
      }));
      const inNumbers = () => Object.fromEntries(refs.map(([short, , make]) => {
        const one = make();
        return [short, one.number < 0 ? `(${one.value})` : one.value];
      }));
      const equation = (result, formula) => say(words.equation, { result, formula });
      return {
        title, kind: words.kind_quantity, year, number, unit, value: own, note: "", source: "", leaf: false,
        get words() { return equation(inYear(name, year), constant || say(how.words, inWords())); },
        get values() { return equation(own, constant || say(how.values, inNumbers())); },
        inputs: () => refs.map(([, , make]) => make()),
      };
    }

    return quantity;
  }
  return { at, value };
}
