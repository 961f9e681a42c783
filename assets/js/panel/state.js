// The lever values of one scenario: move, commit, undo, redo, reset. Nothing is drawn here.
import { clean } from "/assets/js/panel/values.js";

const MOST = 100; // steps that can be undone
const same = (a, b) => Object.keys(a).every((id) => a[id] === b[id]);

export function makeState(levers, pairs, start, values) {
  const byId = new Map(levers.map((lever) => [lever.id, lever]));
  let current = { ...values }, committed = { ...values };
  let past = [], future = [];

  // A full-reach year is never before its start year: moving one past the other takes the other along.
  function keepOrder(id) {
    for (const [first, last] of pairs) {
      if (current[first] <= current[last]) continue;
      if (id === first) current[last] = Math.min(byId.get(last).maximum, current[first]);
      current[first] = Math.min(current[first], current[last]);
    }
  }

  function settle(next) {
    current = { ...next };
    committed = { ...next };
  }

  return {
    get values() { return current; },
    get committed() { return committed; },
    get canUndo() { return past.length > 0; },
    // The last change that stands: where the levers were before it; null where there is none.
    get last() { return past.at(-1) ?? null; },
    get canRedo() { return future.length > 0; },
    changes: () => levers.filter((lever) => current[lever.id] !== lever.default).length,
    set(id, value) {
      current[id] = clean(value);
      keepOrder(id);
    },
    load(next) { current = { ...current, ...next }; },
    reset(group) {
      for (const lever of levers) if (lever.group === group) current[lever.id] = lever.default;
      pairs.forEach(([first]) => keepOrder(first));
    },
    restart() { current = { ...start }; },
    commit() {
      if (same(current, committed)) return false;
      past = [...past, committed].slice(-MOST);
      future = [];
      committed = { ...current };
      return true;
    },
    undo() {
      if (!past.length) return false;
      future = [committed, ...future];
      settle(past.pop());
      return true;
    },
    redo() {
      if (!future.length) return false;
      past = [...past, committed];
      settle(future.shift());
      return true;
    },
    // What Python says after a link or another visit: where it differs, a step that can be undone.
    adopt(next) {
      current = { ...next };
      return this.commit();
    },
  };
}
