/** The bytes of a text in UTF-8; a half of a pair of surrogates becomes a question mark, as in Java. */
export function toBytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) bytes.push(0x3f);
    else if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    } else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
      bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
    }
  }
  return bytes;
}

/** The text of bytes in UTF-8; what is not UTF-8 becomes replacement characters. */
export function fromBytes(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const size = sizeOf(bytes[at] ?? 0);
    const more = bytes.slice(at + 1, at + size);
    const isWhole = more.length === size - 1 && more.every((byte) => byte >> 6 === 0b10);
    const code = isWhole ? decode(bytes[at] ?? 0, more) : undefined;
    text += code === undefined ? '\ufffd' : String.fromCodePoint(code);
    at += code === undefined ? 1 : size;
  }
  return text;
}

/** Base64 with padding. */
export function toBase64(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.slice(at, at + 3);
    const group = (one << 16) | (two << 8) | three;
    const signs = [18, 12, 6, 0].map((shift) => alphabet.charAt((group >> shift) & 0x3f));
    const known = Math.min(3, bytes.length - at) + 1;
    text += signs.slice(0, known).join('').padEnd(4, '=');
  }
  return text;
}

/** The bytes of Base64, of either alphabet; undefined where the text is none. */
export function fromBase64(text: string): number[] | undefined {
  const signs = text
    .replaceAll(/\s|=+$/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  const bytes: number[] = [];
  let group = 0;
  for (const [index, sign] of Array.from(signs).entries()) {
    const value = alphabet.indexOf(sign);
    if (value === -1) return undefined;
    group = (group << 6) | value;
    const bits = ((index % 4) * 6 + 6) % 8;
    if (index % 4 > 0) bytes.push((group >> bits) & 0xff);
    group &= (1 << bits) - 1;
  }
  return bytes;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function sizeOf(first: number): number {
  if (first < 0x80) return 1;
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}

/** Undefined for a code that is too large, too long for itself, or half of a pair. */
function decode(first: number, more: readonly number[]): number | undefined {
  if (more.length === 0) return first;
  const code = more.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), first & (0x3f >> more.length));
  const least = [0, 0x80, 0x800, 0x10000][more.length] ?? 0;
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return first < 0xc0 || first > 0xf4 || code < least || code > 0x10ffff || isHalf ? undefined : code;
}
