import * as l10n from '@vscode/l10n';
import { newEffort } from '../expression/effort.ts';
import type { Problem } from '../problem.ts';
import { compute, computeReference, fromEnd, holds } from './compute.ts';
import { Failure, TooMuchWork } from './failure.ts';
import { maxIterations, maxRenderEffort } from './limits.ts';
import { callMethod } from './members.ts';
import type { ForEach, MacroCall, MacroDefinition, Node, Reference } from './node.ts';
import { parseTemplate, type Template } from './parse-template.ts';
import { allParts } from './parts.ts';
import { keyOf, print, printAtCost, TooLong } from './print.ts';
import { deeper, type Probe, renderApart, type Run, type Signal, step, write } from './run.ts';
import { Block, JavaList, JavaMap, type Tool, type Value } from './value.ts';

/** What a template makes of a request. */
export interface Rendering {
  /** As far as it came. */
  readonly output: string;
  /** Why it did not come to the end; API Gateway answers `Internal server error` then. */
  readonly problem?: Problem;
}

/**
 * Renders a template as Apache Velocity 1.7 does, with the given variables; never throws, and ends within some
 * hundred milliseconds. `silent` names variables that print nothing where they have no value.
 */
export function renderTemplate(
  template: Template,
  variables: Readonly<Record<string, Value>>,
  silent: ReadonlySet<string> = new Set(),
): Rendering {
  const [problem] = template.problems;
  return problem ? { output: '', problem } : renderRun(template, { variables, silent });
}

/**
 * The value that a reference of the template has when it is first computed, up to as many of its accesses; also in
 * a template with mistakes. Null where it has none, or the template does not come to it.
 */
export function valueIn(
  template: Template,
  variables: Readonly<Record<string, Value>>,
  reference: Reference,
  accesses = reference.accesses.length,
): Value {
  const probe: Probe = { start: reference.span.start, accesses };
  renderRun(template, { variables, silent: new Set(), probe });
  return probe.found ?? null;
}

function renderRun(
  { text, nodes }: Template,
  {
    variables,
    silent,
    probe,
  }: Pick<Run, 'silent' | 'probe'> & { variables: Readonly<Record<string, Value>> },
): Rendering {
  const run: Run = {
    variables: new Map(Object.entries(variables)),
    macros: macrosIn(nodes),
    effort: { ...newEffort(), left: maxRenderEffort },
    silent,
    literals: new Map(),
    ...(probe && { probe }),
    at: { start: 0, end: text.length },
    output: '',
    depth: 0,
    render,
  };
  try {
    render(run, nodes);
    return { output: run.output };
  } catch (error) {
    if (error instanceof Failure) {
      return { output: run.output, problem: { message: error.message, span: run.at } };
    }
    if (error instanceof TooMuchWork || error instanceof TooLong) {
      const message = l10n.t('This would take more time or make a longer text than is sensible.');
      return { output: run.output, problem: { message, span: run.at } };
    }
    throw error;
  }
}

/** Macros are there from the beginning, wherever they are defined; of two with one name, the first. */
function macrosIn(nodes: readonly Node[]): Map<string, MacroDefinition> {
  const macros = new Map<string, MacroDefinition>();
  for (const part of allParts(nodes)) {
    if (part.kind === 'macro' && !macros.has(part.name)) macros.set(part.name, part);
  }
  return macros;
}

function render(run: Run, nodes: readonly Node[]): Signal {
  for (const node of nodes) {
    step(run);
    const signal = renderNode(run, node);
    if (signal) return signal;
  }
  return undefined;
}

function renderNode(run: Run, node: Node): Signal {
  switch (node.kind) {
    case 'text':
      return write(run, node.text);
    case 'reference':
      return renderReference(run, node);
    case 'set':
      return assign(run, node.target, compute(run, node.value));
    case 'if': {
      const branch = node.branches.find(({ condition }) => !condition || holds(run, condition));
      return branch && render(run, branch.body);
    }
    case 'foreach':
      return renderForEach(run, node);
    case 'define':
      run.variables.set(node.name, new Block(node.body));
      return undefined;
    case 'macro':
      return undefined;
    case 'call':
      return renderCall(run, node);
    case 'evaluate':
      return renderText(run, compute(run, node.value), node);
    case 'load':
      run.at = node.span;
      throw new Failure(l10n.t('A mapping template cannot read other files.'));
    case 'break':
    case 'stop':
      return node.kind;
  }
}

/** Backslashes before a reference with a value make it text, two by two. */
function renderReference(run: Run, node: Reference): undefined {
  const value = computeReference(run, node);
  const { backslashes } = node;
  const source = run.literals.get(node.source) ?? node.source;
  const kept = '\\'.repeat(Math.floor(backslashes / 2));
  if (backslashes % 2 === 1) return write(run, `${kept}${value === null ? '\\' : ''}${source}`);
  if (value !== null) return write(run, kept + printAtCost(value, run.effort));
  return write(run, kept + kept + (node.quiet || run.silent.has(node.name) ? '' : source));
}

/** Nothing is changed where there is no value, or nothing to give it to. */
function assign(run: Run, target: Reference, value: Value): undefined {
  if (value === null) return undefined;
  const last = target.accesses.at(-1);
  if (!last) {
    run.variables.set(target.name, value);
    return undefined;
  }
  const owner = computeReference(run, target, target.accesses.length - 1);
  if (owner instanceof JavaMap && last.kind !== 'method') {
    owner.entries.set(last.kind === 'property' ? last.name : keyOf(compute(run, last.index)), value);
  } else if (owner instanceof JavaList && last.kind === 'index') {
    const index = fromEnd(owner, compute(run, last.index));
    run.at = last.span;
    callMethod(owner, 'set', [index, value], run.effort);
  }
  return undefined;
}

function renderForEach(run: Run, { variable, list, body }: ForEach): Signal {
  const all = compute(run, list);
  const items =
    all instanceof JavaList ? [...all.items] : all instanceof JavaMap ? [...all.entries.values()] : [];
  const names = [variable, 'velocityCount', 'velocityHasNext', 'foreach'];
  const before = names.map((name) => run.variables.get(name) ?? null);
  let signal: Signal;
  for (const [index, item] of items.slice(0, maxIterations).entries()) {
    const hasNext = index + 1 < items.length;
    const loop = loopOf(index, hasNext, before[3] ?? null);
    bind(run, names, [item, BigInt(index + 1), hasNext, loop]);
    signal = render(run, body);
    if (signal) break;
  }
  bind(run, names, before);
  return signal === 'break' ? undefined : signal;
}

/** `$foreach`. */
function loopOf(index: number, hasNext: boolean, parent: Value): Tool {
  const properties: Readonly<Record<string, Value>> = {
    index: BigInt(index),
    count: BigInt(index + 1),
    hasNext,
    first: index === 0,
    last: !hasNext,
    parent,
  };
  const property = (name: string): Value =>
    Object.hasOwn(properties, name) ? (properties[name] ?? null) : null;
  const call = (method: string): Value | undefined =>
    property(method.replace(/^(?:get|is)(.)/, (_, first: string) => first.toLowerCase())) ?? undefined;
  return { tool: 'foreach', property, call };
}

function renderCall(run: Run, { name, arguments: given, body, source, span }: MacroCall): Signal {
  const macro = run.macros.get(name);
  if (!macro) return write(run, source);
  // A parameter that is not given is whatever has its name around the call.
  const named = macro.parameters.slice(0, given.length);
  const names = [...named, 'bodyContent'];
  const values = given.slice(0, named.length).map((argument) => compute(run, argument));
  const before = names.map((one) => run.variables.get(one) ?? null);
  const literals = [...run.literals];
  for (const [index, parameter] of macro.parameters.entries()) {
    const argument = given[index];
    if (argument?.kind === 'reference') run.literals.set(`$${parameter}`, argument.source);
    else run.literals.delete(`$${parameter}`);
  }
  run.at = span;
  bind(run, names, [...values, body ? new Block(body) : (before.at(-1) ?? null)]);
  const signal = deeper(run, () => render(run, macro.body));
  bind(run, names, before);
  run.literals.clear();
  for (const [name, literal] of literals) run.literals.set(name, literal);
  return signal === 'break' ? undefined : signal;
}

function bind(run: Run, names: readonly string[], values: readonly Value[]): void {
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? null;
    if (value === null) run.variables.delete(name);
    else run.variables.set(name, value);
  }
}

function renderText(run: Run, value: Value, { span }: Node): undefined {
  if (value === null) return undefined;
  const text = print(value);
  step(run, text.length * 10);
  run.at = span;
  const { nodes, problems } = parseTemplate(text);
  const [problem] = problems;
  if (problem) throw new Failure(l10n.t('In the text that is evaluated: {0}', problem.message));
  for (const [name, macro] of macrosIn(nodes)) if (!run.macros.has(name)) run.macros.set(name, macro);
  return write(run, renderApart(run, nodes));
}
