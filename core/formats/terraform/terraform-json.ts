import { cursorOf } from '../../syntax/hcl-cursor.ts';
import { readExpression } from '../../syntax/hcl-expressions.ts';
import { templateParts } from '../../syntax/hcl-template.ts';
import type {
  HclAttribute,
  HclBlock,
  HclBody,
  HclExpression,
  HclLabel,
  HclPart,
  ParsedHcl,
} from '../../syntax/hcl-tree.ts';
import { parseJson } from '../../syntax/json.ts';
import { outerOf, spanOf, type Entry, type Node, type ScalarNode } from '../../syntax/node.ts';
import { moveSpans } from '../move-spans.ts';

/** How many labels a block has; in JSON they are keys inside keys. */
const labelCounts: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
};

const keywords: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Parses a `.tf.json` file. https://developer.hashicorp.com/terraform/language/syntax/json */
export function parseTerraformJson(text: string): ParsedHcl {
  const { tree, problems } = parseJson(text);
  const blocks = entriesOf(tree).flatMap((entry) =>
    blocksOf(
      entry,
      [],
      Object.hasOwn(labelCounts, entry.key.value) ? (labelCounts[entry.key.value] ?? 0) : 0,
    ),
  );
  return { text, body: { attributes: [], blocks }, problems: problems.slice(0, 3) };

  function blocksOf(type: Entry, labels: readonly Entry[], missing: number): HclBlock[] {
    const { value } = labels.at(-1) ?? type;
    if (missing > 0) {
      return entriesOf(value).flatMap((entry) => blocksOf(type, [...labels, entry], missing - 1));
    }
    const bodies = value.kind === 'list' ? value.items : [value];
    const start = outerOf((labels.at(-1) ?? type).key).start;
    return bodies.map((body) => ({
      type: type.key.value,
      typeSpan: spanOf(type.key),
      labels: labels.map(({ key }): HclLabel => ({ value: key.value, span: spanOf(key) })),
      body: bodyOf(body),
      span: { start, end: Math.max(start, outerOf(body).end) },
    }));
  }
}

function entriesOf(node: Node | undefined): readonly Entry[] {
  if (node?.kind === 'list') return node.items.flatMap(entriesOf);
  return node?.kind === 'map' ? node.entries.filter(({ key }) => key.value !== '//') : [];
}

function bodyOf(node: Node): HclBody {
  const attributes = entriesOf(node).map(({ key, value }): HclAttribute => ({
    name: key.value,
    nameSpan: spanOf(key),
    value: expressionOf(value),
  }));
  return { attributes, blocks: [] };
}

function expressionOf(node: Node): HclExpression {
  const span = outerOf(node);
  if (node.kind === 'list') return { kind: 'list', span, items: node.items.map(expressionOf) };
  if (node.kind === 'map') {
    const entries = entriesOf(node).map(({ key, value }) => ({
      key: textOf(key),
      value: expressionOf(value),
    }));
    return { kind: 'object', span, entries };
  }
  if (node.kind === 'tagged') return expressionOf(node.value);
  if (node.quoted) return textOf(node);
  const keyword = keywords.get(node.value);
  const value = keyword === undefined ? Number(node.value) : keyword;
  return node.value === '' ? { kind: 'missing', span } : { kind: 'literal', span, value };
}

/** A string is a template, as if it stood in quotes in a `.tf` file. */
function textOf(node: ScalarNode): HclExpression {
  const inner = spanOf(node);
  const escaped = node.offsets();
  const at = (offset: number) => Math.min(escaped?.[offset] ?? inner.start + offset, inner.end);
  const parts = templateParts(cursorOf(node.value), readExpression).map((part): HclPart => {
    const moved = moveSpans(part, at);
    if (!escaped || part.kind !== 'text' || moved.kind !== 'text') return moved;
    const own =
      part.offsets ?? Array.from({ length: part.value.length }, (_, index) => part.span.start + index);
    return { ...moved, offsets: own.map(at) };
  });
  return { kind: 'template', span: outerOf(node), inner, spelling: 'hcl', parts };
}
