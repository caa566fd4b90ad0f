import type { Span } from '../../../core/span.ts';
import { encodeIn, type Text } from '../../../core/text.ts';
import { isComputed } from '../expressions.ts';

/** A stretch of a text that names something. */
export interface Mention {
  readonly span: Span;
  readonly isDefinition: boolean;
  /** The stretch with another name in it; absent where it cannot be written there, as in a computed text. */
  readonly renamed?: (name: string) => string;
}

/** The mention that a text of the definition is as a whole. */
export function mentionOf(text: Text, isDefinition: boolean): Mention {
  if (isComputed(text)) return { span: text.span, isDefinition };
  return { span: text.span, isDefinition, renamed: (name) => writtenIn(text, name) };
}

/** A plain text of YAML gets quotes where the name would be read as something else. */
function writtenIn(text: Text, name: string): string {
  const isSafe =
    /^[\w$/.][\w$/.@:+-]*$/.test(name) &&
    !name.endsWith(':') &&
    !/^(?:[\d.+-]|true$|false$|null$|yes$|no$|on$|off$)/i.test(name);
  if (text.spelling === 'yaml-plain' && !isSafe) return `'${name.replaceAll("'", "''")}'`;
  return encodeIn(text, name);
}
