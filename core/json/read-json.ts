import { printDecimal, printDouble, printInteger } from './java-number.ts';
import { JsonNumber, type JsonValue, objectOf } from './json-value.ts';
import { maxDepth } from './limits.ts';

/** What a text holds when it is read as leniently as API Gateway reads messages. */
export interface JsonReading {
  readonly value: JsonValue;
  /** The text as a whole was taken for a string without quotes. */
  readonly bare: boolean;
}

/**
 * Reads a text as json-smart does in its permissive mode: names and strings may lack quotes or have single ones,
 * commas may be too many, numbers may begin with zeros, and what follows the value does not matter.
 * Undefined for text that json-smart refuses; takes time in proportion to the text's length.
 * https://github.com/netplex/json-smart-v2
 */
export function readJson(text: string): JsonReading | undefined {
  const reader: Reader = { text, offset: 0, bare: false };
  try {
    skipSpace(reader);
    const value = readValue(reader, stopsOfAll, 1);
    return { value, bare: reader.bare };
  } catch (error) {
    if (error === refusal) return undefined;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  offset: number;
  /** The value read last is text without quotes. */
  bare: boolean;
}

/** Thrown and caught in this file only; one value, because a message has no use for a stack. */
const refusal = new Error('json-smart refuses this text');

/** json-smart takes this character for the end of its input. */
const endOfInput = '\u001a';
const stopsOfAll = endOfInput;
const stopsOfValue = `,}${endOfInput}`;
const stopsOfElement = `,]${endOfInput}`;
const stopsOfName = `:${endOfInput}`;

function readValue(reader: Reader, stops: string, depth: number): JsonValue {
  reader.bare = false;
  const first = current(reader);
  if (depth > maxDepth && (first === '{' || first === '[')) throw refusal;
  if (first === '{') return readObject(reader, depth);
  if (first === '[') return readArray(reader, depth);
  if (first === '"' || first === "'") return readString(reader);
  if (first === ':' || first === '}' || first === ']') throw refusal;
  if (first === '-' || isDigit(first)) return readNumber(reader, stops);
  if (first === endOfInput && stops !== stopsOfAll) throw refusal;
  const word = readWord(reader, stops);
  if (word === 'null') return null;
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'NaN') return new JsonNumber('NaN');
  reader.bare = true;
  return word;
}

function readObject(reader: Reader, depth: number): JsonValue {
  const members: [string, JsonValue][] = [];
  reader.offset++;
  for (;;) {
    skipSpace(reader);
    const first = current(reader);
    if (first === ',') {
      reader.offset++;
      continue;
    }
    if (first === '}') break;
    if (':[]{'.includes(first)) throw refusal;
    const name = first === '"' || first === "'" ? readString(reader) : readWord(reader, stopsOfName);
    skipControls(reader);
    if (current(reader) !== ':') throw refusal;
    reader.offset++;
    skipSpace(reader);
    members.push([name, readValue(reader, stopsOfValue, depth + 1)]);
    skipControls(reader);
    if (current(reader) !== ',' && current(reader) !== '}') throw refusal;
  }
  reader.offset++;
  reader.bare = false;
  return objectOf(members);
}

function readArray(reader: Reader, depth: number): JsonValue {
  const elements: JsonValue[] = [];
  reader.offset++;
  for (;;) {
    skipSpace(reader);
    const first = current(reader);
    if (first === ']') break;
    if (first === ',') reader.offset++;
    else elements.push(readValue(reader, stopsOfElement, depth + 1));
  }
  reader.offset++;
  reader.bare = false;
  return elements;
}

function readNumber(reader: Reader, stops: string): JsonValue {
  const { text, offset: start } = reader;
  numberAhead.lastIndex = start;
  const [digits = '', fraction, exponent] = numberAhead.exec(text) ?? [];
  reader.offset = numberAhead.lastIndex;
  const unfinished = exponent !== undefined && !/\d|[+-]/.test(exponent);
  if (!unfinished) skipControls(reader);
  const next = current(reader);
  if (unfinished || (next < '~' && !stops.includes(next))) {
    skipTo(reader, stops);
    reader.bare = true;
    return trim(text.slice(start, reader.offset));
  }
  if (fraction === undefined && exponent === undefined) return new JsonNumber(printInteger(digits));
  const printed = digits.length > longestDouble ? printDecimal(digits) : doubleOf(digits);
  if (printed === undefined) throw refusal;
  return new JsonNumber(printed);
}

/** Longer numbers with a fraction or an exponent are kept digit by digit. */
const longestDouble = 18;
const numberAhead = /[-\d]\d*(\.\d*)?([eE][+-]?\d*)?/y;

function doubleOf(digits: string): string | undefined {
  const number = Number(digits);
  return Number.isNaN(number) ? undefined : printDouble(number);
}

function readString(reader: Reader): string {
  const { text, offset: start } = reader;
  const quote = current(reader);
  const end = text.indexOf(quote, start + 1);
  if (end === -1) throw refusal;
  const simple = text.slice(start + 1, end);
  if (!simple.includes('\\')) {
    reader.offset = end + 1;
    return simple;
  }
  let value = '';
  for (reader.offset = start + 1; ; reader.offset++) {
    const character = current(reader);
    if (character === endOfInput) throw refusal;
    if (character === quote) break;
    if (character === '\\') value += readEscape(reader);
    else if (character >= ' ') value += character;
  }
  reader.offset++;
  return value;
}

const escapes: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  b: '\b',
  '\\': '\\',
  '/': '/',
  "'": "'",
  '"': '"',
};

function readEscape(reader: Reader): string {
  const character = reader.text.charAt(++reader.offset);
  const length = character === 'u' ? 4 : character === 'x' ? 2 : 0;
  if (length === 0) return escapes[character] ?? '';
  const code = reader.text.slice(reader.offset + 1, reader.offset + 1 + length);
  if (code.length < length || !/^[\da-fA-F]+$/.test(code)) throw refusal;
  reader.offset += length;
  return String.fromCharCode(Number.parseInt(code, 16));
}

function readWord(reader: Reader, stops: string): string {
  const start = reader.offset;
  skipTo(reader, stops);
  return trim(reader.text.slice(start, reader.offset));
}

function skipTo(reader: Reader, stops: string): void {
  while (reader.offset < reader.text.length && !stops.includes(current(reader))) reader.offset++;
}

function skipSpace(reader: Reader): void {
  while (' \t\r\n'.includes(current(reader))) reader.offset++;
}

function skipControls(reader: Reader): void {
  while (current(reader) <= ' ' && current(reader) !== endOfInput) reader.offset++;
}

function current(reader: Reader): string {
  return reader.text[reader.offset] ?? endOfInput;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

/** Java's white space, which has no no-break spaces and no byte order mark; at least one character stays. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end - 1 && javaSpace.test(text.charAt(start))) start++;
  while (end - 1 > start && javaSpace.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

// oxlint-disable-next-line no-control-regex -- Java counts these among white space
const javaSpace = /[\t-\r\u001c-\u0020\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;
