import * as l10n from '@vscode/l10n';
import type { VariablePart } from '../../../core/expression/parse.ts';
import type { PathStep } from '../../../core/expression/path-step.ts';
import type { Span } from '../../../core/span.ts';
import { encodeIn, sourceSpan, type Text } from '../../../core/text.ts';
import { isComputed } from '../expressions.ts';
import type { Finding, Fix, Rule } from './rule.ts';

/** A path that only later versions of the JSONPath engine understand; AWS does not say which version it runs. */
export const engineDependentPath: Rule = {
  code: 'engine-dependent-path',
  severity: 'warning',
  check: ({ expressions }) =>
    expressions
      .filter(({ expression }) => expression.problems.length === 0)
      .flatMap(({ text, expression }) =>
        expression.parts.flatMap((part) =>
          part.kind === 'variable' ? part.steps.flatMap((step) => findingOf(text, part, step)) : [],
        ),
      ),
};

function findingOf(text: Text, { path, pathSpan }: VariablePart, step: PathStep): Finding[] {
  const written = path.slice(step.span.start, step.span.end);
  const start = pathSpan.start - 1;
  const span = sourceSpan(text, { start: start + step.span.start, end: start + step.span.end });
  if (step.kind === 'function') {
    return [
      {
        span,
        message: l10n.t(
          '`{0}` is a function of later JSONPath versions, and AWS does not say which one it runs; it may be refused or find nothing.',
          written,
        ),
      },
    ];
  }
  if (isFromTheEnd(step)) {
    return [
      {
        span,
        message: l10n.t(
          '`{0}` counts from the end, as only later JSONPath versions do, and AWS does not say which one it runs; count from the beginning.',
          written,
        ),
      },
    ];
  }
  if (step.kind === 'names' && written.startsWith('["')) {
    return [
      {
        span,
        message: l10n.t(
          'Only later JSONPath versions know names in double quotes, and AWS does not say which one it runs; write single quotes.',
        ),
        fixes: isComputed(text) ? [] : withSingleQuotes(text, span, step.names),
      },
    ];
  }
  return [];
}

function isFromTheEnd(step: PathStep): boolean {
  if (step.kind === 'index') return step.index < 0;
  return step.kind === 'indexes' && step.indexes.some((index) => index < 0);
}

function withSingleQuotes(text: Text, span: Span, names: readonly string[]): readonly Fix[] {
  if (names.some((name) => /['"\\]/.test(name))) return [];
  const quoted = `[${names.map((name) => `'${name}'`).join(',')}]`;
  return [{ title: l10n.t('Write {0}', quoted), edits: [{ span, newText: encodeIn(text, quoted) }] }];
}
