import * as l10n from '@vscode/l10n';
import type { Part } from '../../../core/expression/parse.ts';
import { type ExpressionKind, variables } from '../../../core/expression/variables.ts';
import { encodeIn, sourceSpan } from '../../../core/text.ts';
import { isComputed } from '../expressions.ts';
import type { Rule } from './rule.ts';

/** A variable without braces before other text, where only AWS knows where the variable ends. */
export const wrapInBraces: Rule = {
  code: 'wrap-in-braces',
  severity: 'warning',
  check: ({ expressions }) =>
    expressions
      // Quotes around all of it are a finding of their own.
      .filter(({ expression, text }) => expression.problems.length === 0 && !/^(['"]).*\1$/.test(text.value))
      .flatMap(({ kind, text, expression }) =>
        expression.parts
          .filter((part, index, parts) => isUnclear(kind, part, index, parts))
          .map((part) => {
            const span = sourceSpan(text, part.span);
            const braced = `\${${expression.text.slice(part.span.start + 1, part.span.end)}}`;
            return {
              span,
              message: l10n.t(
                'AWS does not document where a variable without braces ends before other text; write `{0}`.',
                braced,
              ),
              fixes: isComputed(text)
                ? []
                : [
                    {
                      title: l10n.t('Write {0}', braced),
                      edits: [{ span, newText: encodeIn(text, braced) }],
                    },
                  ],
            };
          }),
      ),
};

/** In a path, a name with a hyphen can be read as a variable and a text after it. */
function isUnclear(kind: ExpressionKind, part: Part, index: number, parts: readonly Part[]): boolean {
  if (part.kind !== 'variable' || part.braced) return false;
  const variable = variables.find(({ name, legalIn }) => name === part.name && legalIn.includes(kind));
  if (!variable) return false;
  const next = parts[index + 1];
  // White space behind all of it is a finding of its own.
  const isFollowed = next !== undefined && !(index === parts.length - 2 && isBlank(next));
  return isFollowed || (variable.follows === 'JSONPath' && part.steps.some(hasHyphen));
}

function isBlank(part: Part): boolean {
  return part.kind === 'static' && part.text.trim() === '';
}

function hasHyphen(step: Extract<Part, { kind: 'variable' }>['steps'][number]): boolean {
  return step.kind === 'names' && step.names.some((name) => name.includes('-'));
}
