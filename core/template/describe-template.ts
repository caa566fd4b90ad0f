import * as l10n from '@vscode/l10n';
import { contextVariableAt, eventsOf } from '../expression/context-variables.ts';
import type { Description } from '../expression/describe.ts';
import { type Span, touches } from '../span.ts';
import { directives } from './directives.ts';
import { utilFunctions } from './encodings.ts';
import { inputMembers } from './input.ts';
import type { Access, Reference } from './node.ts';
import { directiveAt, referenceAt } from './part-at.ts';
import { parseTemplate } from './parse-template.ts';
import { preview } from './preview.ts';
import { valueIn } from './render-template.ts';
import { templateVariables } from './request-variables.ts';
import type { Value } from './value.ts';

/**
 * Explains the reference or directive at an offset of a template, with the reference's value where the variables of
 * a request are given; undefined on text.
 */
export function describeTemplateAt(
  text: string,
  offset: number,
  variables?: Readonly<Record<string, Value>>,
): Description | undefined {
  const template = parseTemplate(text);
  const reference = referenceAt(template, offset);
  if (!reference) {
    const directive = directiveAt(template, offset);
    const known = directives.find(({ name }) => name === directive?.kind);
    return directive && known && { span: directive.span, markdown: `**#${known.name}**\n\n${known.meaning}` };
  }
  const count = reference.accesses.findIndex((one) => touches(spanOf(one), offset)) + 1;
  const last = reference.accesses[count - 1];
  const end = last ? spanOf(last).end : reference.nameSpan.end;
  const span = { start: reference.span.start, end: offset > end ? reference.span.end : end };
  const value = variables && valueIn(template, variables, reference, count);
  const shown =
    value === undefined
      ? []
      : [value === null ? l10n.t('It has no value here.') : l10n.t('Its value here: `{0}`', preview(value))];
  return { span, markdown: [meaningOf(reference, count), ...shown].join('\n\n') };
}

function spanOf(access: Access): Span {
  return access.kind === 'method' ? access.whole : access.span;
}

function meaningOf({ name, accesses }: Reference, count: number): string {
  const chain = accesses.slice(0, count);
  const path = chain.map((one) => (one.kind === 'index' ? '[]' : one.name)).join('.');
  const title = `**$${name}${path && `.${path}`}**`;
  const meaning =
    knownMeaning(name, path) ??
    (count === 0 ? l10n.t('A variable of this template.') : memberMeaning(chain.at(-1)?.kind));
  return `${title}\n\n${meaning}`;
}

function knownMeaning(name: string, path: string): string | undefined {
  if (path === '') return meaningIn(templateVariables, name);
  if (name === 'input') return meaningIn(inputMembers, path);
  if (name === 'util') return meaningIn(utilFunctions, path);
  if (name === 'stageVariables') return l10n.t('A stage variable.');
  const variable = name === 'context' ? contextVariableAt(path) : undefined;
  return variable && `${variable.meaning} ${eventsOf(variable)}`.trim();
}

function meaningIn(
  known: readonly { readonly name: string; readonly meaning: string }[],
  wanted: string,
): string | undefined {
  return known.find(({ name }) => name === wanted)?.meaning;
}

function memberMeaning(kind: string | undefined): string {
  if (kind === 'method') return l10n.t('A method of the value before it.');
  return kind === 'index'
    ? l10n.t('The element at that place, or the entry of that name.')
    : l10n.t('The member of that name.');
}
