// Numbers as Python writes them: half-even rounding of the shortest decimal form, digit for digit.
const MINUS = "\u2212", DASH = "–";
const MARKS = { en: [".", ","], lo: [",", "."] };

function rounded(value, digits) {
  let text = String(Math.abs(value));
  if (text.includes("e")) text = Math.abs(value).toFixed(20);
  const [whole, part = ""] = text.split(".");
  if (part.length <= digits) return [whole, part.padEnd(digits, "0")];
  const rest = part.slice(digits), half = "5".padEnd(rest.length, "0");
  let number = BigInt(whole + part.slice(0, digits));
  if (rest > half || (rest === half && number % 2n === 1n)) number += 1n;
  const all = number.toString().padStart(digits + 1, "0");
  return [all.slice(0, all.length - digits), digits ? all.slice(-digits) : ""];
}

export function makeNumbers(language) {
  const [point, group] = MARKS[language] ?? MARKS.en;

  function decimal(value, digits = 0, plain = false) {
    if (!Number.isFinite(value)) return DASH;
    const [whole, part] = rounded(value, digits);
    const grouped = plain ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
    const sign = value < 0 && /[1-9]/.test(whole + part) ? MINUS : "";
    return sign + grouped + (digits ? point + part : "");
  }

  function signed(value, digits) {
    const text = decimal(value, digits);
    return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  }

  // Read what a person typed: either language's separators where they cannot be mistaken, Lao digits, a unit behind.
  function parse(typed) {
    const text = typed
      .replace(/[໐-໙]/g, (digit) => String(digit.charCodeAt(0) - 0x0ed0))
      .replace(/[\u2212\u2013]/g, "-")
      .replace(/[\s\u00a0\u202f]/g, "")
      .replace(/[^0-9.,+-]+$/, "");
    const other = group === "." ? "\\." : ",";
    const thousands = new RegExp(`^[+-]?\\d{1,3}(${other}\\d{3})+(\\${point}\\d*)?$`);
    const bare = thousands.test(text) ? text.split(group).join("") : text;
    const number = bare.replace(",", ".");
    return /^[+-]?(\d{1,15}\.?\d{0,10}|\.\d{1,10})$/.test(number) ? Number(number) : NaN;
  }
  return { decimal, signed, parse };
}
