// Presenting: the deck's slides, moved by keys, a clicker, buttons or the notes window. Python sends the deck once.
import { element } from "/assets/js/figure.js";
import { notesWindow } from "/assets/js/present/notes.js";
import { overview } from "/assets/js/present/overview.js";
import { stage } from "/assets/js/present/stage.js";

const sheet = new Promise((resolve) => {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: "/assets/css/present.css", onload: resolve, onerror: resolve });
  document.head.append(link);
});
const MOVES = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
const BUSY = "input, textarea, select, [contenteditable], [role=radiogroup], [role=listbox], .sp-de";
const BUTTONS = [["previous", "‹"], ["next", "›"], ["overview", "O"], ["blank", "B"], ["notes", "N"], ["full", "F"]];

let wanted = null; // the slide that is being edited: a deck that changes stays there

class Meeting {
  constructor(root, deck) {
    this.deck = deck;
    this.node = element("section", "sp-present");
    this.node.dataset.testid = "present";
    this.node.tabIndex = -1;
    root.replaceChildren(this.node);
    this.view = deck.notes ? notesWindow(deck) : stage(deck);
    this.node.append(this.view.node);
    this.at = Math.max(0, deck.slides.findIndex((slide) => slide.id === deck.slide));
    this.channel = new BroadcastChannel(`sp-present-${deck.deck}`);
    this.channel.onmessage = ({ data }) => this.hear(data);
    this.keys = (event) => this.key(event);
    document.addEventListener("keydown", this.keys);
    if (deck.notes) this.channel.postMessage({ asks: true });
    else this.stageParts();
    this.show(this.at);
  }

  stageParts() {
    this.bar = element("nav", "sp-present-bar");
    for (const [name, sign] of BUTTONS) {
      const button = element("button", "", sign);
      button.type = "button";
      button.title = this.deck.labels[name];
      button.setAttribute("aria-label", this.deck.labels[name]);
      button.onclick = () => this.act(name);
      this.bar.append(button);
    }
    this.bar.append(element("span", "", this.deck.labels.keys));
    this.node.append(this.bar);
    this.said = element("p", "sp-heard");
    this.said.setAttribute("aria-live", "polite");
    this.node.append(this.said);
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.node);
    this.fit();
  }

  fit() {
    const full = document.fullscreenElement === this.node;
    const room = this.node.getBoundingClientRect();
    this.view.resize(room.width, full ? room.height : Math.max(room.height - this.bar.offsetHeight - 8, 240));
  }

  act(name) {
    if (name === "next" || name === "previous") this.go(this.at + (name === "next" ? 1 : -1));
    else if (name === "overview") this.overview();
    else if (name === "blank") this.view.blank?.();
    else if (name === "full") document.fullscreenElement ? document.exitFullscreen() : this.node.requestFullscreen();
    else if (name === "notes") this.notes();
  }

  notes() {
    const address = new URL(window.location.href);
    address.searchParams.set("notes", "1");
    window.open(address, "sp-notes", "width=1200,height=760");
  }

  overview() {
    if (this.deck.notes) return;
    const open = this.node.querySelector(".sp-slide-grid");
    if (open) return void open.remove();
    this.node.append(overview(this.deck, this.view, (number) => { this.overview(); this.go(number); }));
  }

  key(event) {
    if (!this.node.isConnected) return this.leave();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.(BUSY)) return;
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const grid = this.node.querySelector(".sp-slide-grid");
    if (name === "Escape" && grid) grid.remove();
    else if (grid && (name === " " || name.startsWith("Arrow"))) return;
    else if (name === " " && event.target.closest?.("a, button")) return;
    else if (name in MOVES) this.go(this.at + MOVES[name]);
    else if (name === "Home") this.go(0);
    else if (name === "End") this.go(this.deck.slides.length - 1);
    else if (name === "b" || name === ".") this.act("blank");
    else if (name === "f") this.act("full");
    else if (name === "o") this.act("overview");
    else if (name === "n") this.act("notes");
    else return;
    event.preventDefault();
  }

  go(number) {
    wanted = null;
    const to = Math.max(0, Math.min(this.deck.slides.length - 1, number));
    this.view.blank?.(false);
    this.node.querySelector(".sp-slide-grid")?.remove();
    this.show(to);
    this.channel.postMessage({ at: to });
  }

  show(number) {
    this.at = number;
    this.view.show(number);
    if (this.deck.notes) return;
    const slide = this.deck.slides[number], address = new URL(window.location.href);
    if (number) address.searchParams.set("slide", slide.id);
    else address.searchParams.delete("slide");
    if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
    this.said.textContent = `${number + 1} / ${this.deck.slides.length}: ${slide.title}`;
    this.node.dataset.at = slide.id;
  }

  hear(said) {
    if (!this.node.isConnected) return this.leave();
    if (typeof said.slide === "string") return this.follow(said.slide);
    if (said.asks && !this.deck.notes) this.channel.postMessage({ at: this.at });
    else if (Number.isInteger(said.at) && this.deck.slides[said.at]) this.show(said.at);
  }

  follow(slide) {
    wanted = slide;
    const at = this.deck.slides.findIndex((one) => one.of === slide);
    if (at >= 0 && this.deck.slides[this.at].of !== slide) this.show(at);
  }

  leave() {
    document.removeEventListener("keydown", this.keys);
    this.channel.close();
    this.observer?.disconnect();
  }
}

const kept = new WeakMap();

export default async function present(component) {
  const root = component.parentElement.querySelector(".sp-present-root") ?? component.parentElement;
  const said = JSON.stringify({ ...component.data, slide: "" });
  await sheet;
  const there = kept.get(root);
  if (there?.said === said) return;
  const before = there?.meeting.deck.deck === component.data.deck ? there.meeting.deck.slides[there.meeting.at] : null;
  const asked = component.data.slides.find((slide) => slide.of === wanted && before?.of !== wanted);
  const at = asked?.id ?? before?.id;
  there?.meeting.leave();
  kept.set(root, { said, meeting: new Meeting(root, { ...component.data, slide: at ?? component.data.slide }) });
}
