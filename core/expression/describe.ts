import * as l10n from '@vscode/l10n';
import { type Span, touches } from '../span.ts';
import { parseExpression, type VariablePart } from './parse.ts';
import type { PathStep } from './path-step.ts';
import { isMappingKind, selectionVariables } from './variables.ts';

/** What stands at an offset of an expression, in Markdown for a hover. */
export interface Description {
  readonly span: Span;
  readonly markdown: string;
}

/** Explains the variable at an offset, or the step of its path there; undefined on static text. */
export function describeAt(text: string, offset: number): Description | undefined {
  const part = parseExpression(text).parts.find(
    (one) => one.kind === 'variable' && touches(one.span, offset),
  );
  if (part?.kind !== 'variable') return undefined;
  return describeStep(part, offset) ?? describeVariable(part);
}

function describeVariable({ name: written, span }: VariablePart): Description {
  const variable = selectionVariables.find(({ name }) => name === written);
  if (!variable) {
    const known = selectionVariables.map(({ name }) => `\`${name}\``).join(', ');
    return { span, markdown: l10n.t('`{0}` is not a variable. There are {1}.', written, known) };
  }
  const legalIn = variable.legalIn.filter((kind) => !isMappingKind(kind));
  const where =
    legalIn.length > 0
      ? l10n.t('Has a value in: {0}.', legalIn.join(', '))
      : l10n.t('No expression gives it a value.');
  return { span, markdown: `**$${variable.name}**\n\n${variable.meaning}\n\n${where}` };
}

function describeStep(part: VariablePart, offset: number): Description | undefined {
  const shift = part.pathSpan.start - 1;
  for (const step of part.steps) {
    const span = { start: shift + step.span.start, end: shift + step.span.end };
    if (offset > span.start && touches(span, offset)) return { span, markdown: explain(step) };
  }
  return undefined;
}

function explain(step: PathStep): string {
  switch (step.kind) {
    case 'names':
      return step.names.length === 1
        ? l10n.t('The member `{0}`; nothing where there is none.', step.names.join())
        : l10n.t('An object of the members {0}.', listOf(step.names));
    case 'index':
      return step.index < 0
        ? l10n.t('The element {0} from the end of a list; older engines give nothing.', -step.index)
        : l10n.t('The element at {0} of a list, counted from 0.', step.index);
    case 'indexes':
      return l10n.t('The elements at {0} of a list. {1}', listOf(step.indexes), always);
    case 'slice':
      return l10n.t(
        'The elements from {0} to before {1} of a list. {2}',
        step.from ?? 0,
        step.to ?? l10n.t('the end'),
        always,
      );
    case 'wildcard':
      return l10n.t('Every member or element. {0}', always);
    case 'scan':
      return l10n.t('Everything inside, at any depth. {0}', always);
    case 'filter':
      return l10n.t('The elements that the filter accepts. {0}', always);
    case 'function':
      return l10n.t(
        'What the function `{0}()` makes of the value before it; older engines give nothing.',
        step.name,
      );
  }
}

const always = l10n.t('Gives a list even for one value, such as `[join]`, which no usual route key matches.');

function listOf(items: readonly (string | number)[]): string {
  return items.map((item) => `\`${item}\``).join(', ');
}
