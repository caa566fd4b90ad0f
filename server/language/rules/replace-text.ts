import { encodeIn, type Text } from '../../../core/text.ts';
import { isComputed } from '../expressions.ts';
import type { Fix } from './rule.ts';

/** The fix that writes another value in place of a text; none for a text that the definition puts together. */
export function replaceText(title: string, text: Text, value: string): readonly Fix[] {
  if (isComputed(text)) return [];
  return [{ title, edits: [{ span: text.span, newText: writtenIn(text, value) }] }];
}

/** YAML reads many characters of a text without quotes as its own, so such a value gets quotes. */
function writtenIn(text: Text, value: string): string {
  const encoded = encodeIn(text, value);
  const isPlain = text.spelling !== 'yaml-plain' || /^[\w$./\\][\w$./\\-]*$/.test(value);
  return isPlain ? encoded : `'${encoded.replaceAll("'", "''")}'`;
}
