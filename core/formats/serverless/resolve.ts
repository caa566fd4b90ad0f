import { impliedText } from '../../syntax/implied.ts';
import { entryOf, type Node, type ScalarNode } from '../../syntax/node.ts';
import { fileNode, type Service } from './definition.ts';
import { variablesIn, type Variable, type VariableSource } from './variables.ts';

// Variables in a circle end at the first limit, those that multiply at the second.
const maximumDepth = 30;
const maximumSteps = 10_000;

/**
 * The value behind variables: what one variable alone names, or the text in which every variable has its value.
 * A value that only a deployment knows stays as it is written; `null` is undefined.
 */
export function follow(node: Node | undefined, service: Service, depth = 0): Node | undefined {
  if (node?.kind !== 'scalar' || !node.value.includes('${')) return node;
  if (depth === 0) service.effort.steps = 0;
  service.effort.steps += 1;
  if (depth > maximumDepth || service.effort.steps > maximumSteps) return node;
  const variables = variablesIn(node.value);
  const [only] = variables;
  if (only && only.start === 0 && only.end === node.value.length) {
    const found = valueOf(only, node, service, depth);
    return found === undefined ? node : (found ?? undefined);
  }
  return filled(node, variables, service, depth);
}

/** Whether a value holds a variable that only a deployment knows. */
export function isUnknown(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && !node.implied && variablesIn(node.value).length > 0;
}

/** The value at a path of keys and of numbers in lists, variables on the way followed. */
export function valueAtPath(
  start: Node | undefined,
  path: readonly string[],
  service: Service,
  depth = 0,
): Node | undefined {
  let node = follow(start, service, depth);
  for (const key of path) {
    const next = node?.kind === 'list' ? node.items[Number(key)] : entryOf(node, key)?.value;
    node = follow(next, service, depth);
  }
  return node;
}

/** The text at a path, as far as the files tell; undefined where there is none. */
export function stringAt(service: Service, ...path: readonly string[]): string | undefined {
  const node = valueAtPath(service.root, path, service);
  return node?.kind === 'scalar' ? node.value : undefined;
}

/** The value of a variable; `null` where the value is nothing, undefined where only a deployment knows it. */
function valueOf(
  variable: Variable,
  at: ScalarNode,
  service: Service,
  depth: number,
): Node | null | undefined {
  for (const source of variable.sources) {
    const found = sourceValue(source, at, service, depth + 1);
    if (found === null || (found && !isUnknown(found))) return found;
  }
  return undefined;
}

function sourceValue(
  source: VariableSource,
  at: ScalarNode,
  service: Service,
  depth: number,
): Node | null | undefined {
  if (source.kind === 'variable') return valueOf(source.variable, at, service, depth);
  if (source.kind === 'literal')
    return source.value === null ? null : literal(source.value, source.start, at);
  const address = textOf(source.address, at, service, depth);
  if (address === undefined) return undefined;
  const path = address === '' ? [] : address.split('.');
  switch (source.type) {
    case 'self':
      return (
        valueAtPath(service.root, path, service, depth) ??
        defaultOf(address === 'provider.stage' ? 'stage' : address === 'provider.region' ? 'region' : '', at)
      );
    case 'sls':
      return address === 'stage' ? stageNode(service, at, depth) : undefined;
    case 'aws':
      return address === 'region'
        ? (valueAtPath(service.root, ['provider', 'region'], service, depth) ?? defaultOf('region', at))
        : undefined;
    case 'param':
      return parameter(address, at, service, depth);
    case 'file': {
      const name = textOf(source.parameter ?? '', at, service, depth);
      return name ? valueAtPath(fileNode(name, service), path, service, depth) : undefined;
    }
    case 'strToBool': {
      const text = textOf(source.parameter ?? '', at, service, depth)?.toLowerCase();
      return text === undefined ? undefined : impliedText(String(/^(?:true|1)$/.test(text)), at);
    }
    default:
      return undefined;
  }
}

/** The stage: `provider.stage`, or `dev`. */
export function stageNode(service: Service, at: Node, depth = 0): Node {
  return valueAtPath(service.root, ['provider', 'stage'], service, depth) ?? impliedText('dev', at);
}

function defaultOf(name: string, at: Node): Node | undefined {
  const value = { stage: 'dev', region: 'us-east-1' }[name];
  return value === undefined ? undefined : impliedText(value, at);
}

/** A parameter of the stage, else that of all stages; also where v4 has them. */
function parameter(name: string, at: Node, service: Service, depth: number): Node | undefined {
  const stage = stageNode(service, at, depth);
  for (const key of [stage.kind === 'scalar' ? stage.value : '', 'default']) {
    const found =
      valueAtPath(service.root, ['params', key, name], service, depth) ??
      valueAtPath(service.root, ['stages', key, 'params', name], service, depth);
    if (found) return found;
  }
  return undefined;
}

/** A text with every variable replaced; undefined where one is not known. */
function textOf(text: string, at: ScalarNode, service: Service, depth: number): string | undefined {
  if (!text.includes('${')) return text;
  const made = filled({ ...at, value: text, offsets: () => undefined }, variablesIn(text), service, depth);
  return isUnknown(made) ? undefined : made.value;
}

/** The text with the values of its variables; what `\${` escapes is text. */
function filled(
  node: ScalarNode,
  variables: readonly Variable[],
  service: Service,
  depth: number,
): ScalarNode {
  const { value: written } = node;
  const source = offsetsIn(node);
  const offsets: number[] = [];
  let value = '';
  const copy = (start: number, end: number) => {
    for (let index = start; index < end; index++) {
      if (written[index] === '\\' && written.startsWith('${', index + 1)) continue;
      value += written.charAt(index);
      offsets.push(source(index));
    }
  };
  let end = 0;
  for (const variable of variables) {
    copy(end, variable.start);
    const found = valueOf(variable, node, service, depth);
    end = variable.end;
    if (found?.kind !== 'scalar') {
      copy(variable.start, variable.end);
      continue;
    }
    value += found.value;
    for (let index = 0; index < found.value.length; index++) offsets.push(source(variable.start));
  }
  copy(end, written.length);
  if (value === written) return node;
  offsets.push(source(written.length));
  return { ...node, value, quoted: true, offsets: () => offsets };
}

/** The default that stands in a variable. */
function literal(value: string, start: number, node: ScalarNode): ScalarNode {
  const at = offsetsIn(node);
  const span = { start: at(start), end: at(start + value.length) };
  const place = { ...node.place, inner: span };
  const offsets = Array.from({ length: value.length + 1 }, (_, index) => at(start + index));
  return { ...node, place, value, offsets: () => offsets };
}

function offsetsIn(node: ScalarNode): (index: number) => number {
  const offsets = node.offsets();
  const { start, end } = node.place.inner;
  return (index) => offsets?.[index] ?? Math.min(start + index, end);
}
