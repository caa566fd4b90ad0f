import type { Span } from '../../span.ts';
import type { Entry, Node, Origin, ScalarNode } from '../../syntax/node.ts';

/** Spans are those of the whole reading already. */
const origin: Origin = { move: (offset) => offset };

/** A text that nobody wrote: it is shown at a place. */
export function impliedText(value: string, span: Span): ScalarNode {
  return {
    kind: 'scalar',
    place: placeAt(span),
    value,
    quoted: false,
    spelling: 'script-raw',
    implied: true,
    offsets: () => [...Array.from({ length: value.length }, () => span.start), span.end],
  };
}

/** A text that is made of what is written at a place. */
export function computedNode(value: string, span: Span): ScalarNode {
  const { implied: _, ...rest } = impliedText(value, span);
  return rest;
}

/** A text that is written as it is. */
function plainText(value: string, span: Span): ScalarNode {
  return {
    kind: 'scalar',
    place: placeAt(span),
    value,
    quoted: false,
    spelling: 'script-raw',
    offsets: () => undefined,
  };
}

/** The property of a name that CloudFormation has for it, where `span` has the name as it is written. */
export function entryAt(name: string, span: Span, value: Node): Entry {
  return { key: plainText(name, span), value };
}

/** A property that nobody wrote. */
export function impliedEntry(name: string, value: Node): Entry {
  return { key: impliedText(name, value.place.outer), value };
}

/** A map of entries. */
export function mapAt(entries: readonly Entry[], span: Span): Node {
  return { kind: 'map', place: placeAt(span), entries };
}

/** A list of items. */
export function listAt(items: readonly Node[], span: Span): Node {
  return { kind: 'list', place: placeAt(span), items };
}

/** `Ref` */
export function refTo(name: string, span: Span): Node {
  return functionAt('Ref', plainText(name, span), span);
}

/** `Fn::GetAtt` */
export function attributeOf(name: string, attribute: string, span: Span): Node {
  return functionAt('Fn::GetAtt', listAt([plainText(name, span), plainText(attribute, span)], span), span);
}

/** `Fn::Join` without a separator. */
export function joined(parts: readonly Node[], span: Span): Node {
  return functionAt('Fn::Join', listAt([plainText('', span), listAt(parts, span)], span), span);
}

function functionAt(name: string, argument: Node, span: Span): Node {
  return mapAt([entryAt(name, span, argument)], span);
}

function placeAt(span: Span) {
  return { origin, inner: span, outer: span };
}
