import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { asText, sourceOf, stringOf, type Reference, type Value } from './value.ts';

/** What a local run takes for what only AWS knows; the account and region are those of AWS's documentation. */
const sources: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'aws_region',
    new Map([
      ['name', 'us-east-1'],
      ['region', 'us-east-1'],
      ['id', 'us-east-1'],
    ]),
  ],
  [
    'aws_caller_identity',
    new Map([
      ['account_id', '123456789012'],
      ['id', '123456789012'],
    ]),
  ],
  [
    'aws_partition',
    new Map([
      ['partition', 'aws'],
      ['dns_suffix', 'amazonaws.com'],
    ]),
  ],
]);

/** A value as a local run sees it: a reference to a resource is what is written there, or its name. */
export function localText(value: Value, resources: Resources): string | undefined {
  return asText(value)
    ?.pieces.map((piece) => (piece.kind === 'piece' ? piece.value : localValue(piece, resources)))
    .join('');
}

function localValue(reference: Reference, resources: Resources): string {
  const { path } = reference;
  const [root, type = '', , attribute = ''] = path;
  const known = root === 'data' ? sources.get(type) : undefined;
  if (known) return known.get(attribute) ?? '';
  if (root === 'var') return '';
  const found = resources.find([reference]);
  if (!found) return sourceOf(reference);
  const own = stringOf(readerOf(found.fields).value(path.at(-1) ?? ''));
  if (own !== undefined) return own;
  const isFunctionArn = found.type === 'aws_lambda_function' && path.at(-1) === 'arn';
  return isFunctionArn ? `arn:aws:lambda:us-east-1:123456789012:function:${found.name}` : found.name;
}
