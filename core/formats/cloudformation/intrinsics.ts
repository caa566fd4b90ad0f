import type { Node } from '../../syntax/node.ts';

/** An intrinsic function as it is written. */
export interface Call {
  /** Without `Fn::`: `Ref`, `Sub`, `GetAtt`. */
  readonly name: string;
  readonly argument: Node;
}

/** A text as far as the file gives it: what it says, and references to what only AWS knows. */
export type Piece = string | Reference;

export interface Reference {
  /** A logical id, a parameter without default, a pseudo parameter, or the source of another function. */
  readonly name: string;
  /** What `Fn::GetAtt` asks for. */
  readonly attribute?: string;
}

/** The intrinsic function that a value is, in its long or short form; one that is not known is one, too. */
export function callOf(node: Node | undefined): Call | undefined {
  if (node?.kind === 'tagged') return { name: node.tag.slice(1), argument: node.value };
  const entry = node?.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  if (!entry) return undefined;
  const key = entry.key.value;
  const name = key === 'Ref' || key === 'Condition' ? key : key.startsWith('Fn::') ? key.slice(4) : '';
  return name === '' ? undefined : { name, argument: entry.value };
}

/** What `Function.Arn` refers to. */
export function dotted(text: string): Reference {
  const dot = text.indexOf('.');
  return dot === -1 ? { name: text } : { name: text.slice(0, dot), attribute: text.slice(dot + 1) };
}

/** What `Fn::GetAtt` refers to, in its dotted and its list form. */
export function getAttOf(argument: Node): Reference | undefined {
  if (argument.kind === 'scalar') return dotted(argument.value);
  if (argument.kind !== 'list') return undefined;
  const [name, ...attributes] = argument.items.flatMap((item) =>
    item.kind === 'scalar' ? [item.value] : [],
  );
  return name === undefined ? undefined : { name, attribute: attributes.join('.') };
}
