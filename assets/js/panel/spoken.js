// What a screen reader hears when a move has ended: the headline results before it and now, politely and once.
import { el, say, write } from "/assets/js/panel/dom.js";

export function makeSpoken(specs, { numbers, labels }) {
  const root = el("p", { class: "sp-lp-sr", role: "status", "aria-live": "polite", "data-testid": "spoken" });
  let before = null, now = null; // the year and what is printed, as of the last two ends of a move

  function printed(spec, { scenario, at }) {
    const there = !spec.exists || scenario[spec.exists][at] > 0;
    return there ? numbers.decimal(scenario[spec.result][at] * spec.scale, spec.digits) : labels.none;
  }

  function clause(spec, i) {
    const unit = now.texts[i] === labels.none ? "" : spec.of;
    const words = { name: spec.called, year: now.year, old: before?.texts[i], new: now.texts[i], unit };
    return say(before?.year === now.year ? labels.spoken : labels.spoken_now, words).replace(" .", ".");
  }

  // Every end of a move is kept, also one that is not told: the next one starts from it.
  function keep(sets) {
    before = now;
    now = { year: sets.year, texts: specs.map((spec) => printed(spec, sets)) };
  }

  // Only what is printed otherwise than before is told, in another year all of it; then what is new about the goal.
  function tell(news) {
    const moved = specs.filter((_, i) => before?.year !== now.year || before.texts[i] !== now.texts[i]);
    const words = moved.map((spec) => clause(spec, specs.indexOf(spec)));
    write(root, [...words, news].filter(Boolean).join(" ") || say(labels.spoken_same, { year: now.year }));
  }
  return { root, keep, tell };
}
