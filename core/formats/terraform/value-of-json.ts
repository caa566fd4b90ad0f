import { parseJson } from '../../syntax/json.ts';
import { outerOf, spanOf, type Node } from '../../syntax/node.ts';
import { contentOf, type MapEntry, type Piece, type TextValue, type Value } from './value.ts';

const plain: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** What a JSON text says, each part where it is written; references inside it are text in `${}`. */
export function valueOfJson(text: Value): Value | undefined {
  const content = contentOf(text);
  if (!content) return undefined;
  const { tree } = parseJson(content.value);
  const { offsets } = content;
  return tree && convert(tree);

  function convert(node: Node): Value {
    const span = placed(outerOf(node));
    if (node.kind === 'list') return { kind: 'list', items: node.items.map(convert), span };
    if (node.kind === 'map') {
      const entries = node.entries.map(({ key, value }): MapEntry => ({
        key: quoted(key),
        place: placed(outerOf(key)),
        value: convert(value),
      }));
      return { kind: 'map', entries, span };
    }
    if (node.kind === 'tagged') return convert(node.value);
    if (node.quoted) return quoted(node);
    const known = plain.get(node.value);
    return { kind: 'plain', value: known === undefined ? Number(node.value) : known, span };
  }

  function quoted(node: Node & { kind: 'scalar' }): TextValue {
    const own = node.offsets();
    const { start } = spanOf(node);
    const places = Array.from({ length: node.value.length }, (_, index) => at(own?.[index] ?? start + index));
    const piece: Piece = { kind: 'piece', value: node.value, start: at(start), offsets: places };
    return {
      kind: 'text',
      pieces: [piece],
      inner: placed(spanOf(node)),
      span: placed(outerOf(node)),
      spelling: 'hcl-heredoc',
    };
  }

  function placed({ start, end }: { start: number; end: number }) {
    return { start: at(start), end: Math.max(at(start), at(end)) };
  }

  function at(offset: number): number {
    return offsets[offset] ?? offsets.at(-1) ?? 0;
  }
}
