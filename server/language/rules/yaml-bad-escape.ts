import * as l10n from '@vscode/l10n';
import type { ProblemRule } from './rule.ts';

/** `"\$default"`: YAML knows no such escape in double quotes, so the file cannot be read. */
export const yamlBadEscape: ProblemRule = {
  code: 'yaml-bad-escape',
  severity: 'error',
  explain: ({ span, message }, text) => {
    if (!/escape sequence/i.test(message)) return undefined;
    const start = text.indexOf(String.raw`\$`, Math.max(0, span.start - 2));
    if (start === -1 || start > span.end) return undefined;
    return {
      span: { start, end: start + 2 },
      message: l10n.t(
        'YAML knows no escape \\$ in double quotes, so the file cannot be read; write \\\\$, or use single quotes.',
      ),
      fixes: [{ title: l10n.t('Write \\\\$'), edits: [{ span: { start, end: start }, newText: '\\' }] }],
    };
  },
};
