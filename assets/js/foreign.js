// What Streamlit says of its own is English in every language. Its words are looked for where they appear, as texts and
// as names for a screen reader, and the reader's stand in their place; our own elements speak for themselves.
const OURS = ".sp-root, [data-testid='stHtml'], [data-testid='stIconMaterial'], script, style";
const ATTRIBUTES = ["aria-label", "placeholder"];
const PART = /\\\{(\w+)\\\}/g; // {name}, once its braces are escaped

let given = "", pairs = [];

// ["Remove {name}", "ເອົາ {name} ອອກ"] → what finds the first and what builds the second.
const finder = ([from, to]) => [new RegExp(`^${from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(PART, "(?<$1>.+)")}$`, "s"), to];

function instead(words) {
  for (const [pattern, to] of pairs) {
    const found = pattern.exec(words);
    if (found) return to.replace(/\{(\w+)\}/g, (_, name) => found.groups[name]);
  }
  return null;
}

function attribute(node, name) {
  const words = node.getAttribute(name);
  const other = words && instead(words);
  if (other) node.setAttribute(name, other);
}

function text(node) {
  const other = instead(node.data.trim());
  if (other) node.data = other;
}

function all(root) {
  if (root.nodeType === Node.TEXT_NODE) return text(root);
  if (root.nodeType !== Node.ELEMENT_NODE || root.matches(OURS)) return;
  for (const name of ATTRIBUTES) attribute(root, name);
  for (const child of root.childNodes) all(child);
}

const watch = new MutationObserver((changes) => {
  for (const { type, target, addedNodes, attributeName } of changes) {
    if ((target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(OURS) !== null) continue;
    if (type === "attributes") attribute(target, attributeName);
    else if (type === "characterData") text(target);
    else addedNodes.forEach(all);
  }
});

// `words` are [Streamlit's, the reader's]; those of the language before are taken back first.
export function foreign(words) {
  if (JSON.stringify(words) === given) return;
  watch.disconnect();
  if (given) {
    pairs = JSON.parse(given).map(([theirs, ours]) => finder([ours, theirs]));
    all(document.body);
  }
  given = JSON.stringify(words);
  pairs = words.map(finder);
  if (!words.length) return;
  all(document.body);
  watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
}
