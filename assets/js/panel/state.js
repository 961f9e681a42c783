// The lever values of one scenario: move, commit, undo, redo, reset. Nothing is drawn here.
export const clean = (value) => Number(value.toFixed(10)) + 0;

// The nearest place a slider may stop at: a multiple of the step, today's value, or an end of the range.
export function snap(lever, value) {
  const inside = Math.min(lever.maximum, Math.max(lever.minimum, value));
  const grid = Math.min(lever.maximum, Math.max(lever.minimum, Math.round(inside / lever.step) * lever.step));
  const places = [grid, lever.default, lever.minimum, lever.maximum];
  return clean(places.reduce((best, place) => (Math.abs(place - inside) < Math.abs(best - inside) - 1e-12 ? place : best)));
}

export function outside(lever, value) {
  return !Number.isFinite(value) || value < lever.minimum || value > lever.maximum || (lever.integer && !Number.isInteger(value));
}

const same = (a, b) => Object.keys(a).every((id) => a[id] === b[id]);

export function makeState(levers, pairs, start, values) {
  const byId = new Map(levers.map((lever) => [lever.id, lever]));
  let current = { ...values }, committed = { ...values };
  let past = [], future = [];

  // A full-reach year is never before its start year: moving one past the other takes the other along.
  function keepOrder(id) {
    for (const [first, last] of pairs) {
      if (current[first] <= current[last]) continue;
      if (id === first) current[last] = Math.min(byId.get(last)?.maximum ?? current[first], current[first]);
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
    get canRedo() { return future.length > 0; },
    lever: (id) => byId.get(id),
    set(id, value) { current[id] = clean(value); keepOrder(id); },
    load(next) { current = { ...current, ...next }; },
    reset(group) {
      for (const lever of levers) if (lever.group === group) current[lever.id] = lever.default;
      pairs.forEach(([first]) => keepOrder(first));
    },
    restart() { current = { ...start }; },
    changed: (id) => current[id] !== byId.get(id).default,
    changes: () => levers.filter((lever) => current[lever.id] !== lever.default).length,
    commit() {
      if (same(current, committed)) return false;
      past = [...past, committed].slice(-100);
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
    // What Python sends after a link, a reload or another visit's values: a new beginning.
    adopt(next) { settle(next); past = []; future = []; },
  };
}
