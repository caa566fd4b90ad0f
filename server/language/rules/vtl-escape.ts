import * as l10n from '@vscode/l10n';
import type { Text } from '../../../core/text.ts';
import { encodeIn, sourceSpan } from '../../../core/text.ts';
import { isComputed } from '../expressions.ts';
import type { Finding, Rule } from './rule.ts';

/** `$util.escapeJavaScript` of a mapping template, which writes `'` as `\'`, no escape of JSON. */
export const vtlEscape: Rule = {
  code: 'vtl-escape',
  severity: 'warning',
  check: ({ api }) =>
    api.integrations
      .flatMap(({ templates, responses }) => [
        ...(templates ?? []),
        ...responses.flatMap((response) => response.templates ?? []),
      ])
      .flatMap(({ value }) => findingsIn(value)),
};

function findingsIn(text: Text): Finding[] {
  return [...text.value.matchAll(/\$(?:!?\{)?util\.escapeJavaScript\(/g)].flatMap(({ 0: name, index }) => {
    const end = closing(text.value, index + name.length);
    if (end === undefined || /^\s*\.replaceAll\(/.test(text.value.slice(end))) return [];
    return [
      {
        span: sourceSpan(text, { start: index, end }),
        message: l10n.t(
          '$util.escapeJavaScript turns \' into \\\', which is no valid JSON; add .replaceAll("\\\\\'","\'") behind it.',
        ),
        fixes: isComputed(text)
          ? []
          : [
              {
                title: l10n.t('Add .replaceAll'),
                edits: [
                  {
                    span: sourceSpan(text, { start: end, end }),
                    newText: encodeIn(text, String.raw`.replaceAll("\\'","'")`),
                  },
                ],
              },
            ],
      },
    ];
  });
}

/** The offset behind the parenthesis that closes the one before `from`; undefined where none does. */
function closing(text: string, from: number): number | undefined {
  let depth = 1;
  for (let offset = from; offset < text.length; offset++) {
    if (text[offset] === '(') depth++;
    if (text[offset] === ')') depth--;
    if (depth === 0) return offset + 1;
  }
  return undefined;
}
