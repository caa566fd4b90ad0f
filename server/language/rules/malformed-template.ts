import type { Problem } from '../../../core/problem.ts';
import { parseTemplate } from '../../../core/template/parse-template.ts';
import { sourceSpan, type Text } from '../../../core/text.ts';
import type { Span } from '../../../core/span.ts';
import { isTemplate } from '../places.ts';
import type { Rule } from './rule.ts';

/** A mapping template that Velocity cannot parse. */
export const malformedTemplate: Rule = {
  code: 'malformed-template',
  severity: 'error',
  check: ({ places, text: source }) =>
    places.filter(isTemplate).flatMap(({ text }) =>
      problemsOf(text.value)
        .map(({ message, span }) => ({ message, span: sourceSpan(text, span) }))
        .filter(({ span }) => !isOfHost(text, source, span)),
    ),
};

const mostKept = 1000;
const known = new Map<string, readonly Problem[]>();

/** Remembered by the template's text, because most keystrokes change no template. */
function problemsOf(template: string): readonly Problem[] {
  const found = known.get(template) ?? parseTemplate(template).problems;
  known.delete(template);
  known.set(template, found);
  const [oldest] = known.keys();
  if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
  return found;
}

/** A `${…}` that the language of the file replaces by what the file alone cannot tell. */
function isOfHost({ insideSub, spelling }: Text, source: string, { start }: Span): boolean {
  const replaces = insideSub ?? (spelling.startsWith('hcl') || spelling === 'script-template');
  return replaces && /^\$\{(?!!)/.test(source.slice(start, start + 3));
}
