// Numbers as they are written in a belief, with all their digits.

/** From here on a suffix would leave a row of zeros before it. */
const largestWithSuffix = 1e15;

/**
 * A finite number of any size as a belief holds it, always read back exactly: 11000 → "11k", 1280000 → "1.28M",
 * 512 → "512", 1e24 → "1e24", 1e-9 → "1e-9"; 1.234 → "1.2340", since three digits after a point could be thousands.
 * Others in words: "infinity", "minus infinity", "not a number".
 */
export function numeral(value: number): string {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "infinity" : "minus infinity";
  const size = Math.abs(value);
  const inPowers = value.toExponential();
  if (size >= largestWithSuffix) return inPowers.replace("e+", "e");
  const written = String(value);
  if (size < 1e3) return decimalText(written);
  const [suffix, power] = size >= 1e9 ? ["B", 9] : size >= 1e6 ? ["M", 6] : ["k", 3];
  // The point is moved in the text: a quotient would be rounded once more.
  const [mantissa = "", exponent] = inPowers.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const places = Number(exponent) - power;
  const rest = fraction.slice(places);
  return `${whole}${fraction.slice(0, places).padEnd(places, "0")}${rest && `.${rest}`}${suffix}`;
}

/** A plain decimal as it cannot be taken for thousands: decimalText("1.234") → "1.2340" */
export function decimalText(written: string): string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(written) ? `${written}0` : written;
}
