import type { Node } from '../../syntax/node.ts';
import type { Text } from '../../text.ts';
import { callOf, type Piece, type Reference } from './intrinsics.ts';
import { listOf, piecesOf, placedText, putTogether } from './resolve.ts';
import type { Template } from './template.ts';

/** What a text refers to, in order. */
export function referencesOf(node: Node | undefined, template: Template): Reference[] {
  return (piecesOf(node, template) ?? []).filter((piece) => typeof piece !== 'string');
}

/** A text with its references in `${}`, or in `{}` where `Fn::Join` put it together; undefined where it is none. */
export function displayOf(node: Node | undefined, template: Template): string | undefined {
  const sign = callOf(node)?.name === 'Join' ? '' : '$';
  return piecesOf(node, template)
    ?.map((piece) => pieceText(piece, sign))
    .join('');
}

/** A text with its references in `${}`, whatever put it together; undefined where it is none. */
export function textWithReferences(node: Node | undefined, template: Template): string | undefined {
  return piecesOf(node, template)
    ?.map((piece) => pieceText(piece, '$'))
    .join('');
}

/** A text with its place, references in `${}` where only AWS knows their value. */
export function placedDisplay(node: Node | undefined, template: Template): Text | undefined {
  const text = placedText(node, template);
  const value = text ? undefined : textWithReferences(node, template);
  return node && value !== undefined ? putTogether(value, node, template) : text;
}

/** The texts of a list, references in `${}`; undefined where there is no list. */
export function textsOf(node: Node | undefined, template: Template): string[] | undefined {
  return listOf(node, template)?.map((pieces) => pieces.map((piece) => pieceText(piece, '$')).join(''));
}

function pieceText(piece: Piece, sign: '' | '$'): string {
  if (typeof piece === 'string') return piece;
  return `${sign}{${piece.attribute === undefined ? piece.name : `${piece.name}.${piece.attribute}`}}`;
}
