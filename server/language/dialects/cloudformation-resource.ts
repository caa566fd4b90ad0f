import { lineEnd, lineStart } from '../../../core/lines.ts';
import { indentAt } from './block.ts';

/** A value in a template: a text, a switch, an intrinsic, or a map of values. */
export type Value =
  | string
  | boolean
  | { readonly ref: string }
  | { readonly sub: string }
  | { readonly getAtt: string }
  | ValueMap;

interface ValueMap {
  readonly [key: string]: Value;
}

/** How a template is written where an entry is added. */
export interface Style {
  readonly syntax: 'yaml' | 'json';
  /** What stands before the entry's key; undefined where it shares its line with others. */
  readonly indent: string | undefined;
  /** What each level is indented by. */
  readonly step: string;
}

/** The style of the entry whose key begins at an offset. */
export function styleAt(text: string, key: number): Style {
  return {
    syntax: /^\uFEFF?\s*\{/.test(text) ? 'json' : 'yaml',
    indent: indentAt(text, quotedStart(text, key)),
    step: /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ',
  };
}

/** The offset of the quote before a key, where it has one. */
export function quotedStart(text: string, key: number): number {
  return /["']/.test(text.charAt(key - 1)) ? key - 1 : key;
}

/** A key with its value in the style of the template, without what comes before the key. */
export function writeEntry({ syntax, indent, step }: Style, key: string, value: Value): string {
  if (syntax === 'yaml') {
    return indent === undefined ? flowEntry(key, value) : blockEntry(key, value, indent, step);
  }
  if (indent === undefined) return JSON.stringify({ [key]: plainJson(value) }).slice(1, -1);
  const lines = JSON.stringify({ [key]: plainJson(value) }, undefined, step).split('\n');
  return lines
    .slice(1, -1)
    .map((line, index) => (index === 0 ? '' : indent) + line.slice(step.length))
    .join('\n');
}

/** Where the value of a key of JSON ends, by its braces and quotes. */
export function endOfJsonEntry(text: string, key: number): number {
  let depth = 0;
  let isQuoted = false;
  let hasBegun = false;
  for (let at = text.indexOf(':', key) + 1; at > 0 && at < text.length; at++) {
    const character = text.charAt(at);
    if (isQuoted && character === '\\') at++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '{' || character === '[')) depth++;
    else if (!isQuoted && (character === '}' || character === ']')) depth--;
    hasBegun ||= /["{[]/.test(character);
    if (hasBegun && depth === 0 && !isQuoted) return at + 1;
  }
  return lineEnd(text, lineStart(text, key));
}

function blockEntry(key: string, value: Value, indent: string, step: string): string {
  const intrinsic = yamlScalar(value);
  if (intrinsic !== undefined) return `${yamlText(key)}: ${intrinsic}`;
  const inside = indent + step;
  const entries = entriesOf(value).map(([name, one]) => `\n${inside}${blockEntry(name, one, inside, step)}`);
  return `${yamlText(key)}:${entries.join('')}`;
}

function flowEntry(key: string, value: Value): string {
  const intrinsic = yamlScalar(value);
  if (intrinsic !== undefined) return `${yamlText(key)}: ${intrinsic}`;
  return `${yamlText(key)}: { ${entriesOf(value)
    .map(([name, one]) => flowEntry(name, one))
    .join(', ')} }`;
}

function yamlScalar(value: Value): string | undefined {
  if (typeof value === 'string') return yamlText(value);
  if (typeof value === 'boolean') return String(value);
  if (isIntrinsic(value, 'ref')) return `!Ref ${value.ref}`;
  if (isIntrinsic(value, 'sub')) return `!Sub ${value.sub}`;
  return isIntrinsic(value, 'getAtt') ? `!GetAtt ${value.getAtt}` : undefined;
}

function yamlText(text: string): string {
  const isPlain =
    /^[\w$\\][\w$\\./:-]*(?<!:)$/.test(text) && !/^(?:[\d.-]+|true|false|null|yes|no|on|off)$/i.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}

function plainJson(value: Value): unknown {
  if (typeof value !== 'object') return value;
  if (isIntrinsic(value, 'ref')) return { Ref: value.ref };
  if (isIntrinsic(value, 'sub')) return { 'Fn::Sub': value.sub };
  if (isIntrinsic(value, 'getAtt')) return { 'Fn::GetAtt': value.getAtt.split('.') };
  return Object.fromEntries(entriesOf(value).map(([key, one]) => [key, plainJson(one)]));
}

function entriesOf(value: Value): [string, Value][] {
  return typeof value === 'object' ? Object.entries(value) : [];
}

function isIntrinsic<Name extends string>(value: Value, name: Name): value is Readonly<Record<Name, string>> {
  const given = typeof value === 'object' ? Object.entries(value) : [];
  return given.length === 1 && given[0]?.[0] === name && typeof given[0][1] === 'string';
}
