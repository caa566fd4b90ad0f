import * as l10n from '@vscode/l10n';
import { candidatesAt } from '../expression/candidates.ts';
import { type Completion, completePath, propose, stepTo } from '../expression/complete.ts';
import type { MappingScope } from '../expression/complete-mapping.ts';
import { contextVariables, eventsOf, type EventType } from '../expression/context-variables.ts';
import type { Span } from '../span.ts';
import { directives } from './directives.ts';
import { utilFunctions } from './encodings.ts';
import { inputMembers } from './input.ts';
import { methodNamesOf } from './members.ts';
import { namesSetIn, referenceAt } from './part-at.ts';
import { parseTemplate } from './parse-template.ts';
import { preview } from './preview.ts';
import { valueIn } from './render-template.ts';
import { templateVariables } from './request-variables.ts';
import { JavaMap, type Value } from './value.ts';

/** What templates can be completed from. */
export interface TemplateScope extends MappingScope {
  /** The events for which the template is rendered. */
  readonly events: readonly EventType[];
  /** The variables for the current sample; undefined without one. */
  readonly variables: Readonly<Record<string, Value>> | undefined;
}

/** What may be written at an offset of a mapping template. */
export function completeTemplate(text: string, offset: number, scope: TemplateScope): readonly Completion[] {
  const before = text.slice(Math.max(0, offset - longestLine), offset);
  const [, quote, path] = /\$!?\{?input\.(?:json|path)\(\s*(["'])((?:(?!\1)[^\n])*)$/.exec(before) ?? [];
  if (quote !== undefined && path !== undefined)
    return completeJsonPath(text, offset, { quote, path }, scope);
  const [, name] = /\$!?\{?input\.params\(\s*["']([\w.-]*)$/.exec(before) ?? [];
  if (name !== undefined) return parameters(spanAround(text, offset, name.length), scope);
  const [directive] = /(?<!#)#\{?\w*$/.exec(before) ?? [];
  if (directive !== undefined) return completeDirective(spanAround(text, offset, directive.length));
  const [dotted, member = ''] = /\.([a-zA-Z][\w-]*)?$/.exec(before) ?? [];
  if (dotted !== undefined) return completeMember(text, offset, member, scope);
  const [dollar, variable = ''] = /\$!?\{?([a-zA-Z_][\w-]*)?$/.exec(before) ?? [];
  return dollar === undefined ? [] : completeVariable(text, offset, variable);
}

// Nothing that matters before a cursor is longer.
const longestLine = 1000;

function completeJsonPath(
  text: string,
  offset: number,
  { quote, path }: { quote: string; path: string },
  { bodies }: TemplateScope,
): readonly Completion[] {
  const start = offset - path.length;
  const inner = quote === "'" ? '"' : "'";
  if (path.length > 1) {
    return completePath(text, { start: start + 1, end: offset }, offset, bodies, inner);
  }
  const span = { start, end: offset + (/^[\w$.[\]]*/.exec(text.slice(offset))?.[0].length ?? 0) };
  return [
    { label: '$', insert: '$', span, kind: 'variable', detail: l10n.t('the whole message') },
    ...candidatesAt('$', false, bodies).map((candidate) => {
      const insert = `$${stepTo(candidate.name, inner)}`;
      return propose(candidate, insert, insert, span);
    }),
  ];
}

function parameters(span: Span, scope: TemplateScope): Completion[] {
  return scope.parameters.map((parameter) => {
    const label = parameter.replace(/^route\.request\.\w+\./, '');
    return { label, insert: label, span, kind: 'property', detail: parameter };
  });
}

function completeDirective(span: Span): Completion[] {
  return directives.map(({ name, insert, meaning }) => ({
    label: `#${name}`,
    insert,
    span,
    kind: 'variable',
    detail: '',
    documentation: meaning,
  }));
}

function completeVariable(text: string, offset: number, typed: string): Completion[] {
  const span = spanAround(text, offset, typed.length);
  const known = templateVariables.map(({ name, meaning }) => ({ name, detail: '', documentation: meaning }));
  const own = namesSetIn(parseTemplate(text))
    .filter((name) => name !== typed && !known.some((one) => one.name === name))
    .map((name) => ({ name, detail: l10n.t('of this template') }));
  return [...known, ...own].map(({ name, ...rest }) => ({
    label: name,
    insert: name,
    span,
    kind: 'variable',
    ...rest,
  }));
}

function completeMember(text: string, offset: number, typed: string, scope: TemplateScope): Completion[] {
  const template = parseTemplate(text);
  const dot = offset - typed.length - 1;
  const reference = referenceAt(template, dot);
  if (!reference) return [];
  const span = spanAround(text, offset, typed.length);
  const accesses = reference.accesses.filter((one) => ('whole' in one ? one.whole : one.span).end <= dot);
  const chain = accesses.map((one) => (one.kind === 'property' ? one.name : '()'));
  const fixed = fixedMembers(reference.name, chain, scope);
  if (fixed) return fixed.map((one) => ({ ...one, span }));
  const { variables } = scope;
  const value = variables ? valueIn(template, variables, reference, accesses.length) : null;
  return value === null ? [] : membersOf(value).map((one) => ({ ...one, span }));
}

type Proposal = Omit<Completion, 'span'>;

/** The members of the variables that API Gateway gives; undefined for others. */
function fixedMembers(
  name: string,
  chain: readonly string[],
  { events, stageVariables }: TemplateScope,
): readonly Proposal[] | undefined {
  if (name === 'context') return contextMembers(chain, events);
  if (chain.length > 0) return undefined;
  if (name === 'stageVariables') {
    return Object.entries(stageVariables).map(([key, value]) => property(key, value));
  }
  if (name === 'util') {
    return utilFunctions.map((one) => ({ ...method(one.name, `${one.name}(`), documentation: one.meaning }));
  }
  if (name !== 'input') return undefined;
  return inputMembers.map((one) => {
    const insert =
      one.follows === 'nothing' ? one.name : `${one.name}('${one.follows === 'JSONPath' ? '$' : ''}`;
    return { ...method(one.name, insert), documentation: one.meaning };
  });
}

function contextMembers(chain: readonly string[], events: readonly EventType[]): Proposal[] {
  const prefix = chain.map((one) => `${one}.`).join('');
  const found = new Map<string, Proposal>();
  for (const one of contextVariables) {
    if (!one.name.startsWith(prefix) || !one.events.some((event) => events.includes(event))) continue;
    const [name = '', ...more] = one.name.slice(prefix.length).split('.');
    if (found.has(name) || name === 'PROPERTY') continue;
    const documentation = more.length > 0 ? undefined : `${one.meaning} ${eventsOf(one)}`.trim();
    const detail = more.length > 0 || one.example === undefined ? '' : String(one.example);
    found.set(name, { ...property(name, detail), ...(documentation && { documentation }) });
  }
  return [...found.values()];
}

function membersOf(value: Value): Proposal[] {
  const entries =
    value instanceof JavaMap
      ? [...value.entries].filter(([key]) => /^[a-zA-Z][\w-]*$/.test(String(key)))
      : [];
  return [
    ...entries.map(([key, member]) => property(String(key), preview(member))),
    ...methodNamesOf(value).map((name) => method(`${name}()`, `${name}(`)),
  ];
}

function property(name: string, detail: string): Proposal {
  return { label: name, insert: name, kind: 'property', detail };
}

function method(label: string, insert: string): Proposal {
  return { label, insert, kind: 'property', detail: '' };
}

/** What is typed before the offset, and the rest of the word behind it. */
function spanAround(text: string, offset: number, typed: number): Span {
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - typed, end: offset + rest };
}
