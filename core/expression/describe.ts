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
    return { span, markdown: `\`${written}\` is not a variable. There are ${known}.` };
  }
  const legalIn = variable.legalIn.filter((kind) => !isMappingKind(kind));
  const where =
    legalIn.length > 0 ? `Has a value in: ${legalIn.join(', ')}.` : 'No expression gives it a value.';
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
        ? `The member \`${step.names.join()}\`; nothing where there is none.`
        : `An object of the members ${listOf(step.names)}.`;
    case 'index':
      return step.index < 0
        ? `The element ${-step.index} from the end of a list; older engines give nothing.`
        : `The element at ${step.index} of a list, counted from 0.`;
    case 'indexes':
      return `The elements at ${listOf(step.indexes)} of a list. ${always}`;
    case 'slice':
      return `The elements from ${step.from ?? 0} to before ${step.to ?? 'the end'} of a list. ${always}`;
    case 'wildcard':
      return `Every member or element. ${always}`;
    case 'scan':
      return `Everything inside, at any depth. ${always}`;
    case 'filter':
      return `The elements that the filter accepts. ${always}`;
    case 'function':
      return `What the function \`${step.name}()\` makes of the value before it; older engines give nothing.`;
  }
}

const always = 'Gives a list even for one value, such as `[join]`, which no usual route key matches.';

function listOf(items: readonly (string | number)[]): string {
  return items.map((item) => `\`${item}\``).join(', ');
}
