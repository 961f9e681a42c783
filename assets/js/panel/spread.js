// Uncertain inputs around a lever's value: the distributions of sp_core/analysis/uncertainty.py at the scores that came
// from Python. The inverse of the beta distribution is read from a table, there and here.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const TINY = 1e-300, CLOSE = 1e-16, MOST = 400;

// Logarithm of the gamma function, for arguments above 0.
function logGamma(x) {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const at = x - 1, t = at + 7.5;
  const sum = LANCZOS.reduce((all, part, i) => all + (i ? part / (at + i) : part), 0);
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
}

// Continued fraction of the incomplete beta function (Lentz), quick where x < (a + 1) / (a + b + 2).
function fraction(a, b, x) {
  const safe = (value) => (Math.abs(value) < TINY ? TINY : value);
  let c = 1, d = 1 / safe(1 - ((a + b) * x) / (a + 1)), found = d;
  for (let m = 1; m <= MOST; m += 1) {
    for (const part of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / safe(1 + part * d);
      c = safe(1 + part / c);
      found *= c * d;
    }
    if (Math.abs(c * d - 1) < CLOSE) break;
  }
  return found;
}

// The x at which the regularized incomplete beta function is p: Newton steps, halved where they leave the bracket.
export function inverseBeta(a, b, p) {
  const log = logGamma(a + b) - logGamma(a) - logGamma(b);
  const front = (x) => Math.exp(log + a * Math.log(x) + b * Math.log1p(-x));
  const below = (x) => (x < (a + 1) / (a + b + 2)
    ? (front(x) * fraction(a, b, x)) / a : 1 - (front(x) * fraction(b, a, 1 - x)) / b);
  let low = 0, high = 1, x = a / (a + b);
  for (let step = 0; step < 200; step += 1) {
    const error = below(x) - p;
    if (error > 0) high = x;
    else low = x;
    const next = x - (error * x * (1 - x)) / front(x);
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - x) <= CLOSE * x || high - low <= CLOSE) return inside;
    x = inside;
  }
  return x;
}

function betaValues({ mean, sd, scores }, centre, moved, table) {
  const middle = moved ? centre : mean;
  if (!(middle > 0 && middle < 1)) return scores.map(() => middle);
  const spread = Math.min(sd, Math.sqrt(middle * (1 - middle)) / 2);
  const nu = (middle * (1 - middle)) / spread ** 2 - 1;
  const known = new Map(); // only the places that some draw needs
  function at(i) {
    if (!known.has(i)) known.set(i, inverseBeta(middle * nu, (1 - middle) * nu, table.shares[i - table.from]));
    return known.get(i);
  }
  const score = (i) => i * table.step + table.first;
  return scores.map((z) => {
    let i = Math.floor((z - table.first) / table.step);
    if (score(i + 1) <= z) i += 1;
    if (score(i) > z) i -= 1;
    return ((at(i + 1) - at(i)) / (score(i + 1) - score(i))) * (z - score(i)) + at(i);
  });
}

// What a lever is in every draw, held inside its range.
export function drawnValues(input, lever, value, table) {
  const moved = value !== lever.default;
  const free = {
    two_piece: () => input.scores.map((z) => value + (z < 0 ? input.down : input.up) * z),
    lognormal: () => input.scores.map((z) => value * Math.exp(input.sigma * z)),
    variants: () => input.scores.map((z) => value + (z > input.edge) - (z < -input.edge)),
    beta: () => betaValues(input, value, moved, table),
  }[input.kind]();
  return free.map((one) => Math.min(lever.maximum, Math.max(lever.minimum, one)));
}
