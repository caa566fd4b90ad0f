import { type Given, type GivenMap, givenText } from './given.ts';
import { sliceOf, textOf, type Value } from './value.ts';

/** Deeper values are read as empty. */
const deepest = 20;

/**
 * Reads the shorthand of the AWS CLI: `key=value,key={key=value},key=[value,value]`.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
export function readShorthand(value: Value): Given {
  const text = value.display;
  let at = 0;
  let depth = 0;
  return pairs('');

  function pairs(closer: string): GivenMap {
    const start = at;
    const entries: GivenMap['entries'][number][] = [];
    depth += 1;
    while (at < text.length && text[at] !== closer) {
      const from = at;
      while (at < text.length && !/[=,]/.test(text.charAt(at)) && text[at] !== closer) at += 1;
      const key = textOf(trimmed(from, at));
      const isPair = text[at] === '=';
      if (isPair) at += 1;
      const given = isPair ? readValue(closer) : givenText(sliceOf(value, at, at));
      if (key && key.value !== '') entries.push({ key, value: given });
      if (text[at] === ',') at += 1;
      if (at === from) at += 1;
    }
    depth -= 1;
    return { kind: 'map', entries, span: sliceOf(value, start, at).span };
  }

  function readValue(closer: string): Given {
    const first = text[at];
    if (depth < deepest && first === '{') {
      at += 1;
      const map = pairs('}');
      at += 1;
      return map;
    }
    if (depth < deepest && first === '[') return list();
    if (first === '"' || first === "'") return quoted(first);
    const start = at;
    while (at < text.length && text[at] !== ',' && text[at] !== closer) at += 1;
    return givenText(trimmed(start, at));
  }

  function list(): Given {
    const start = at;
    const items: Given[] = [];
    depth += 1;
    at += 1;
    while (at < text.length && text[at] !== ']') {
      const from = at;
      items.push(readValue(']'));
      if (text[at] === ',') at += 1;
      if (at === from) at += 1;
    }
    depth -= 1;
    at += 1;
    return { kind: 'list', items, span: sliceOf(value, start, at).span };
  }

  function quoted(quote: string): Given {
    const start = at + 1;
    at = start;
    while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
    const end = Math.min(at, text.length);
    at = end + 1;
    const given = givenText(sliceOf(value, start, end));
    return { ...given, span: sliceOf(value, start - 1, Math.min(end + 1, text.length)).span };
  }

  function trimmed(start: number, end: number): Value {
    const content = text.slice(start, end);
    const from = start + (content.length - content.trimStart().length);
    return sliceOf(value, Math.min(from, end), Math.max(from, start + content.trimEnd().length));
  }
}
