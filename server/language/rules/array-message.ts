import * as l10n from '@vscode/l10n';
import { isArray } from '../../../core/json/json-value.ts';
import { readJson } from '../../../core/json/read-json.ts';
import type { ParsedExpression } from '../expressions.ts';
import { replaceText } from './replace-text.ts';
import type { Rule, Subject } from './rule.ts';

/** A message that is a list, as OCPP's are, while the expression reads a name, which no list has. */
export const arrayMessage: Rule = {
  code: 'array-message',
  severity: 'warning',
  check: (subject) => {
    const expression = subject.expressions.find(({ kind }) => kind === 'route selection');
    const sample = expression && readsName(expression) ? firstList(subject) : undefined;
    if (!expression || !sample) return [];
    const meant = indexesOfRoutes(sample.text, subject).map((index) => `$request.body[${index}]`);
    return [
      {
        span: expression.text.span,
        message: l10n.t(
          'The sample "{0}" is a list, in which the expression finds no name, so its value is empty; a place in a list is written like `$request.body[0]`.',
          sample.name,
        ),
        fixes: meant.flatMap((one) => replaceText(l10n.t('Write {0}', one), expression.text, one)),
      },
    ];
  },
};

function readsName({ expression }: ParsedExpression): boolean {
  const variables = expression.parts.filter((part) => part.kind === 'variable');
  return variables.length > 0 && variables.every(({ steps }) => steps[0]?.kind === 'names');
}

function firstList({ evaluations }: Subject): Subject['evaluations'][number]['sample'] | undefined {
  return evaluations.find(
    ({ sample, selection }) => selection.reason !== 'matched' && /^\s*\[/.test(sample.text),
  )?.sample;
}

function indexesOfRoutes(message: string, { graph }: Subject): readonly number[] {
  const list = readJson(message)?.value ?? null;
  if (!isArray(list)) return [];
  return list.flatMap((item, index) =>
    typeof item === 'string' && graph.routeKeys?.has(item) ? [index] : [],
  );
}
