import type { HclBlock, HclBody, HclExpression, HclPart, HclTemplate } from '../../core/syntax/hcl-tree.ts';

type Json = Record<string, unknown>;

/** A parsed file as `hcl2json` prints what HashiCorp's own parser says of it. */
export function asHcl2json(body: HclBody, text: string): Json {
  const found: Json = {};
  for (const block of body.blocks) addBlock(found, block, text);
  for (const { name, value } of body.attributes) found[name] = jsonOf(value, text);
  return found;
}

function addBlock(into: Json, block: HclBlock, text: string): void {
  let at = into;
  for (const key of [block.type, ...block.labels.map(({ value }) => value)].slice(0, -1)) {
    at = (at[key] ??= {}) as Json;
  }
  const last = block.labels.at(-1)?.value ?? block.type;
  const others = (at[last] ??= []) as Json[];
  others.push(asHcl2json(block.body, text));
}

function jsonOf(expression: HclExpression, text: string): unknown {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'template') return textOf(expression, text);
  if (expression.kind === 'list') return expression.items.map((item) => jsonOf(item, text));
  if (expression.kind === 'unary') return negated(expression, text);
  if (expression.kind !== 'object') return `\${${text.slice(expression.span.start, expression.span.end)}}`;
  return Object.fromEntries(
    expression.entries.map(({ key, value }) => [keyOf(key, text), jsonOf(value, text)]),
  );
}

function keyOf(key: HclExpression, text: string): string {
  const json = jsonOf(key, text);
  const isText = key.kind === 'template' || key.kind === 'literal';
  return isText ? String(json) : `\${${text.slice(key.span.start, key.span.end)}}`;
}

/** A sign before a literal makes a literal. */
function negated(expression: HclExpression & { kind: 'unary' }, text: string): unknown {
  const { operator, operand, span } = expression;
  if (operand.kind !== 'literal') return `\${${text.slice(span.start, span.end)}}`;
  return operator === '-' ? -Number(operand.value) : !operand.value;
}

function textOf({ parts }: HclTemplate, text: string): string {
  return parts.map((part) => pieceOf(part, text)).join('');
}

function pieceOf(part: HclPart, text: string): string {
  if (part.kind === 'text') return part.value.replaceAll(/([$%])\{/g, '$1$1{');
  const pieces = (parts: readonly HclPart[]) => parts.map((one) => pieceOf(one, text)).join('');
  const source = ({ span }: HclExpression) => text.slice(span.start, span.end);
  if (part.kind === 'value') return `\${${source(part.expression)}}`;
  if (part.kind === 'for') {
    return `%{for ${part.names.join(', ')} in ${source(part.collection)}}${pieces(part.parts)}%{endfor}`;
  }
  return `%{if ${source(part.condition)}}${pieces(part.yes)}${part.no.length > 0 ? '%{else}' : ''}${pieces(part.no)}%{endif}`;
}
