import * as l10n from '@vscode/l10n';
import type { Text } from '../../../core/text.ts';
import type { Fix, Rule } from './rule.ts';

/** A variable or a predefined key that the shell replaces by nothing before AWS gets it. */
export const shellExpansion: Rule = {
  code: 'shell-expansion',
  severity: 'error',
  check: ({ texts, text }) =>
    texts.flatMap((one) => {
      const source = text.slice(one.span.start, one.span.end);
      const [written] = one.expanded ? (replaced.exec(source) ?? []) : [];
      if (written === undefined) return [];
      return [
        {
          span: one.span,
          message: l10n.t(
            'The shell replaces `{0}` by a variable of its own, which is empty, before AWS gets it; use single quotes.',
            written,
          ),
          fixes: inSingleQuotes(one, text),
        },
      ];
    }),
};

/** Names of AWS; a backslash, or a backtick in PowerShell, keeps the dollar sign. */
const replaced =
  /(?<![\\`])\$(?:\{\s*)?(?:request|context|integration|stageVariables|default|connect|disconnect)\b(?:[^}"']*\})?/;

function inSingleQuotes({ spelling, span }: Text, text: string): readonly Fix[] {
  const source = text.slice(span.start, span.end);
  const isDouble = spelling.endsWith('-double');
  const isQuoted = text.charAt(span.start - 1) === '"' && text.charAt(span.end) === '"';
  if (/['"\\`\s]/.test(source) || (isDouble && !isQuoted)) return [];
  const around = isDouble ? { start: span.start - 1, end: span.end + 1 } : span;
  return [{ title: l10n.t('Use single quotes'), edits: [{ span: around, newText: `'${source}'` }] }];
}
