import type { Target } from '../../api.ts';
import type { HclExpression } from '../../syntax/hcl-tree.ts';
import { uriTarget } from '../uri-target.ts';
import type { Field } from './fields.ts';
import { isFunction } from './functions.ts';
import type { Instance } from './instances.ts';
import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { asText, shownOf, displayOf, referencesOf, type Reference } from './value.ts';

/** The function that a reference is to, also through an alias. */
function functionOf(references: readonly Reference[], resources: Resources, depth = 0): Instance | undefined {
  for (const reference of references) {
    const found = resources.find([reference]);
    if (found && isFunction(found)) return found;
    if (found?.type !== 'aws_lambda_alias' || depth > 4) continue;
    const aliased = functionOf(readerOf(found.fields).references('function_name'), resources, depth + 1);
    if (aliased) return aliased;
  }
  return undefined;
}

/** The function that a value names, in these files or by an ARN. */
export function lambdaTarget(field: Field | undefined, resources: Resources): Target {
  const value = field?.value();
  const found = functionOf(referencesOf(value), resources);
  if (found) return { kind: 'lambda', ref: found.logicalId };
  const arn = displayOf(value);
  if (arn === undefined) return { kind: 'none' };
  const isUnknown = value?.kind === 'reference' && !/lambda/.test(value.path.slice(0, 2).join('.'));
  return isUnknown ? { kind: 'unknown', uri: arn } : { kind: 'lambda', ref: arn, arn };
}

/** What an integration calls, by its type and URI. */
export function integrationTarget(
  type: string | undefined,
  field: Field | undefined,
  templates: Readonly<Record<string, string>>,
  resources: Resources,
): Target {
  if (type === 'MOCK') return { kind: 'mock' };
  const value = field?.value();
  const text = asText(value);
  if (!field || !text) return { kind: 'none' };
  const found = functionOf(referencesOf(value), resources);
  if (found) return { kind: 'lambda', ref: found.logicalId };
  const isHttp = type === 'HTTP' || type === 'HTTP_PROXY';
  const uri = (isHttp ? shownOf(text) : uriOf(field)) ?? '';
  if (type === 'AWS_PROXY') return { kind: 'lambda', ref: uri, arn: uri };
  const arn = text.pieces.map((piece) => (piece.kind === 'reference' ? '.' : piece.value)).join('');
  return uriTarget(type, uri, arn, templates);
}

/** A URI as it is written, without quotes: what is put in stays in `${}`. */
export function uriOf(field: Field): string | undefined {
  const { expression, scope } = field.written ?? {};
  const source =
    scope && expression?.kind === 'template' ? templateSource(expression, scope.text) : undefined;
  return source ?? displayOf(field.value());
}

function templateSource({ parts }: HclExpression & { kind: 'template' }, text: string): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.value : text.slice(part.span.start, part.span.end)))
    .join('');
}
