import { maximumDepth, type Entry, type Node, type ScalarNode } from '../../syntax/node.ts';
import { callOf, getAttOf } from './intrinsics.ts';
import { subSegments } from './sub.ts';

/** How the names of a nested template are told from those of the template that it is nested in. */
export interface Scope {
  /** What its names begin with in the whole. */
  readonly prefix: string;
  /** Its parameters and resources. */
  readonly names: ReadonlySet<string>;
}

/** A tree of a nested template in which what refers to its own names refers to them as the whole knows them. */
export function renamed(node: Node, scope: Scope, depth = 0): Node {
  if (depth > maximumDepth) return node;
  const inner = (one: Node) => renamed(one, scope, depth + 1);
  const call = callOf(node);
  if (!call) {
    if (node.kind === 'list') return { ...node, items: node.items.map(inner) };
    if (node.kind !== 'map') return node;
    return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: inner(value) })) };
  }
  const { name, argument } = call;
  const items = argument.kind === 'list' ? argument.items : [];
  const [first, ...rest] = items;
  switch (name) {
    case 'Ref':
      return argument.kind === 'scalar' && scope.names.has(argument.value)
        ? called(node, withPrefix(argument, scope))
        : node;
    case 'Condition':
      return argument.kind === 'scalar' ? called(node, withPrefix(argument, scope)) : node;
    case 'GetAtt':
      return renamedGetAtt(node, argument, scope);
    case 'If':
    case 'FindInMap': {
      if (!first) return node;
      const named = first.kind === 'scalar' ? withPrefix(first, scope) : inner(first);
      return called(node, { ...argument, kind: 'list', items: [named, ...rest.map(inner)] });
    }
    case 'Sub': {
      const [body, variables] = argument.kind === 'list' ? items : [argument];
      if (body?.kind !== 'scalar') return node;
      const given = variables?.kind === 'map' ? variables.entries : [];
      const known = new Set(given.map(({ key }) => key.value));
      const entries = [
        ...given.map(({ key, value }) => ({ key, value: inner(value) })),
        ...ownVariables(body, scope, known),
      ];
      const map: Node = { kind: 'map', place: body.place, entries };
      return called(node, { kind: 'list', place: argument.place, items: [body, map] });
    }
    default:
      return called(node, inner(argument));
  }
}

/** A resource of a nested template, with the names that stand beside its properties. */
export function renamedResource(node: Node, scope: Scope): Node {
  if (node.kind !== 'map') return node;
  const entries = node.entries.map(({ key, value }): Entry => {
    if (key.value === 'Condition' && value.kind === 'scalar') return { key, value: withPrefix(value, scope) };
    if (key.value !== 'DependsOn') return { key, value: renamed(value, scope) };
    const items = value.kind === 'list' ? value.items : [value];
    return {
      key,
      value: {
        kind: 'list',
        place: value.place,
        items: items.map((item) => (item.kind === 'scalar' ? withPrefix(item, scope) : item)),
      },
    };
  });
  return { ...node, entries };
}

/** The same function of another argument. */
function called(node: Node, argument: Node): Node {
  if (node.kind === 'tagged') return { ...node, value: argument };
  const key = node.kind === 'map' ? node.entries[0]?.key : undefined;
  return node.kind === 'map' && key ? { ...node, entries: [{ key, value: argument }] } : node;
}

function withPrefix(node: ScalarNode, { prefix }: Scope): ScalarNode {
  return { ...node, value: prefix + node.value };
}

function renamedGetAtt(node: Node, argument: Node, scope: Scope): Node {
  const reference = getAttOf(argument);
  if (!reference || !scope.names.has(reference.name)) return node;
  const text = argument.kind === 'list' ? argument.items.find((item) => item.kind === 'scalar') : argument;
  if (text?.kind !== 'scalar') return node;
  const items = [scope.prefix + reference.name, reference.attribute ?? ''].map((value) => ({
    ...text,
    value,
  }));
  return called(node, { kind: 'list', place: argument.place, items });
}

/** `Fn::Sub` takes names that its template does not know from a map; so its own text stays as it is. */
function ownVariables(body: ScalarNode, scope: Scope, given: ReadonlySet<string>): Entry[] {
  return subSegments(body.value).flatMap((segment): Entry[] => {
    if (segment.kind !== 'variable' || given.has(segment.name)) return [];
    const [name = '', ...attributes] = segment.name.split('.');
    if (!scope.names.has(name)) return [];
    const text = (value: string): ScalarNode => ({ ...body, value });
    const argument: Node =
      attributes.length === 0
        ? text(scope.prefix + name)
        : { kind: 'list', place: body.place, items: [text(scope.prefix + name), text(attributes.join('.'))] };
    const key = text(attributes.length === 0 ? 'Ref' : 'Fn::GetAtt');
    const value: Node = { kind: 'map', place: body.place, entries: [{ key, value: argument }] };
    return [{ key: text(segment.name), value }];
  });
}
