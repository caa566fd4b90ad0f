/**
 * How Java's `Double.toString` prints a number.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/Double.html#toString(double)
 */
export function printDouble(number: number): string {
  if (!Number.isFinite(number)) return String(number);
  if (number === 0) return Object.is(number, -0) ? '-0.0' : '0.0';
  const size = Math.abs(number);
  if (size >= 1e-3 && size < 1e7) return Number.isInteger(number) ? `${number}.0` : String(number);
  const shortest = number.toExponential();
  const [digits, exponent] = (shortest.includes('.') ? shortest : number.toExponential(1)).split('e');
  return `${digits}E${Number(exponent)}`;
}

/** How Java's `BigInteger` prints the digits of a whole number. */
export function printInteger(text: string): string {
  const digits = text.replace(/^-?0*/, '') || '0';
  return text.startsWith('-') && digits !== '0' ? `-${digits}` : digits;
}

/**
 * How Java's `BigDecimal` prints a number's text; undefined where Java refuses it.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/math/BigDecimal.html#toString()
 */
export function printDecimal(text: string): string | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = decimal.exec(text) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const scale = fraction.length - Number(exponent);
  if (Math.abs(Number(exponent)) > maxInteger || Math.abs(scale) > maxInteger) return undefined;
  const digits = (whole + fraction).replace(/^0+(?=\d)/, '');
  const minus = sign === '-' && digits !== '0' ? '-' : '';
  const leading = digits.length - 1 - scale;
  if (scale >= 0 && leading >= -6) return minus + withPoint(digits, scale);
  const rest = digits.slice(1);
  return `${minus}${digits.charAt(0)}${rest && `.${rest}`}E${leading < 0 ? '' : '+'}${leading}`;
}

/** Negative, zero or positive as the first number is smaller than, equal to or larger than the second. */
export function compareNumbers(left: string, right: string): number | undefined {
  const [one, other] = [toScientific(left), toScientific(right)];
  if (!one || !other) return undefined;
  if (one.sign !== other.sign) return one.sign - other.sign;
  const bySize = one.exponent - other.exponent || compareText(one.digits, other.digits);
  return one.sign * bySize;
}

const decimal = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;
const maxInteger = 2 ** 31 - 1;

function withPoint(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const padded = digits.padStart(scale + 1, '0');
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** The digits without zeros at their ends, so that the longer of two that begin alike is the larger. */
function toScientific(text: string): { sign: number; exponent: number; digits: string } | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = decimal.exec(text) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const all = whole + fraction;
  const digits = trimZeros(all);
  if (digits === '') return { sign: 0, exponent: 0, digits };
  const zeros = all.length - all.replace(/^0+/, '').length;
  return { sign: sign === '-' ? -1 : 1, exponent: Number(exponent) + whole.length - zeros, digits };
}

/** By hand, because `/0+$/` takes quadratic time on many zeros that do not end the text. */
function trimZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end).replace(/^0+/, '');
}

function compareText(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
