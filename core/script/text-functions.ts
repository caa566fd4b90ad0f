import type { Span } from '../span.ts';
import type { BuiltinCall } from './builtins.ts';
import { combineText, computedText, type Part } from './combine-text.ts';
import { jsonText } from './json-text.ts';
import { pathOf, type TextValue, type Value } from './value.ts';

/** What a method of a text makes, or a function that makes texts. */
export function callText({ path, name, on, given, span }: BuiltinCall): Value | undefined {
  const values = given.positional.map(({ value }) => value);
  const [first, second] = values;
  if (on?.kind === 'text') return methodOfText(name, on, values, span);
  if (/^(?:str|String|pulumi\.output|.*\bOutput\.from_input)$/.test(path)) return first;
  if (/(?:^|\.)interpolate$/.test(path)) return first;
  if (/(?:^|\.)(?:Output\.)?concat$/.test(path)) return joinTexts(values, '', span);
  if (/(?:^|\.)Fn\.join$/.test(path) && first?.kind === 'text' && second?.kind === 'list') {
    return joinTexts(second.items, first.text.value, span);
  }
  if (/^(?:JSON\.stringify|json\.dumps)$/.test(path) && first) return jsonText(first, span);
  return undefined;
}

/** A text of texts, whose places are lost with the separators. */
export function joinTexts(values: readonly Value[], separator: string, span: Span): TextValue {
  const parts = values.flatMap((value, index): Part[] => {
    const start = { start: span.start, end: span.start };
    const part = { value, span: start, source: pathOf(value) };
    if (index === 0 || separator === '') return [part];
    return [{ value: computedText(separator, start), span: start, source: '' }, part];
  });
  return combineText(parts, span, span, undefined);
}

function methodOfText(name: string, on: TextValue, values: readonly Value[], span: Span): Value | undefined {
  const [first] = values;
  switch (name) {
    case 'trim':
    case 'strip':
    case 'toString':
    case 'valueOf':
      return on;
    case 'concat':
      return joinTexts([on, ...values], '', span);
    case 'join':
      return first?.kind === 'list' ? joinTexts(first.items, on.text.value, span) : undefined;
    case 'toLowerCase':
    case 'lower':
      return computedText(on.text.value.toLowerCase(), span);
    case 'toUpperCase':
    case 'upper':
      return computedText(on.text.value.toUpperCase(), span);
    case 'format':
      return formatted(on, values, span);
    default:
      return undefined;
  }
}

/** `'integrations/{}'.format(x)` */
function formatted(on: TextValue, values: readonly Value[], span: Span): Value {
  let next = 0;
  const parts = on.text.value.split(/(\{\d*\})/).map((piece) => {
    const [, index] = /^\{(\d*)\}$/.exec(piece) ?? [];
    return index === undefined ? computedText(piece, span) : values[index === '' ? next++ : Number(index)];
  });
  return joinTexts(
    parts.filter((part) => part !== undefined),
    '',
    span,
  );
}
