import * as l10n from '@vscode/l10n';
import { readJson } from '../json/read-json.ts';
import { fromBase64, fromBytes, toBase64, toBytes } from './bytes.ts';
import { Failure } from './failure.ts';
import { fromJson } from './from-json.ts';
import { print } from './print.ts';
import type { Tool, Value } from './value.ts';

/** A function of `$util`. */
export interface UtilFunction {
  readonly name: string;
  /** One sentence for hover and completion. */
  readonly meaning: string;
  readonly call: (text: string) => Value;
}

/**
 * Every function of `$util`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html
 */
export const utilFunctions: readonly UtilFunction[] = [
  {
    name: 'escapeJavaScript',
    meaning: l10n.t(
      "Escapes a text for a string of JavaScript; `'` becomes `\\'`, which JSON does not allow.",
    ),
    call: escapeJavaScript,
  },
  {
    name: 'parseJson',
    meaning: l10n.t('Makes an object of the text of JSON, such as `$util.parseJson($input.body).name`.'),
    call: parseJson,
  },
  { name: 'urlEncode', meaning: l10n.t('Encodes a text for a form or a query string.'), call: urlEncode },
  { name: 'urlDecode', meaning: l10n.t('Decodes a text of a form or a query string.'), call: urlDecode },
  {
    name: 'base64Encode',
    meaning: l10n.t('The Base64 of a text in UTF-8.'),
    call: (text) => toBase64(toBytes(text)),
  },
  {
    name: 'base64Decode',
    meaning: l10n.t('The text in UTF-8 that a text of Base64 holds.'),
    call: base64Decode,
  },
];

/** `$util`. */
export const util: Tool = {
  tool: 'util',
  property: () => null,
  call(method, [given = null, ...more]) {
    const known = utilFunctions.find(({ name }) => name === method);
    if (!known || given === null || more.length > 0) return undefined;
    return known.call(print(given));
  },
};

/** As the library does that Velocity 1.7 brings along: Commons Lang 2.4 also escapes `/` and what is not ASCII. */
function escapeJavaScript(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are escaped too
  return text.replaceAll(/["'\\/\0-\u001f\u007f-\uffff]/g, (unit) => {
    if (`"'\\/`.includes(unit)) return `\\${unit}`;
    const code = unit.charCodeAt(0);
    return shortEscapes[unit] ?? (code === 0x7f ? unit : `\\u${hex(code, 4)}`);
  });
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
};

function parseJson(text: string): Value {
  const reading = readJson(text);
  if (!reading) throw new Failure(l10n.t('What `$util.parseJson` was given is not JSON.'));
  return fromJson(reading.value);
}

function urlEncode(text: string): string {
  return toBytes(text)
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (/[\w.*-]/.test(character)) return character;
      return character === ' ' ? '+' : `%${hex(byte, 2)}`;
    })
    .join('');
}

function urlDecode(text: string): string {
  return text.replaceAll('+', ' ').replaceAll(/(?:%[\da-fA-F]{2})+|%/g, (encoded) => {
    if (encoded === '%')
      throw new Failure(l10n.t('Behind a `%` of what `$util.urlDecode` was given stand no two digits.'));
    const bytes = encoded.slice(1).split('%');
    return fromBytes(bytes.map((byte) => Number.parseInt(byte, 16)));
  });
}

function base64Decode(text: string): string {
  const bytes = fromBase64(text);
  if (!bytes) throw new Failure(l10n.t('What `$util.base64Decode` was given is not Base64.'));
  return fromBytes(bytes);
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
