import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { asText, sourceOf, stringOf, type Reference, type Value } from './value.ts';

const executeApi = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:';

/** An ARN as CloudFormation would write it: what Terraform's attributes hold is spelled out, other references in `${}`. */
export function arnOf(value: Value | undefined, resources: Resources): string | undefined {
  return asText(value)
    ?.pieces.map((piece) => (piece.kind === 'piece' ? piece.value : spelledOut(piece, resources)))
    .join('');
}

function spelledOut(reference: Reference, resources: Resources): string {
  const { path } = reference;
  const source = sourceOf(reference);
  const attribute = path.at(-1);
  const found = resources.find([reference]);
  if (!found) return `\${${source}}`;
  const { type, logicalId, fields } = found;
  const reader = readerOf(fields);
  if (type === 'aws_apigatewayv2_stage') {
    const api = resources.find(reader.references('api_id'));
    if (attribute === 'name') return stringOf(reader.value('name')) ?? `\${${source}}`;
    return attribute === 'execution_arn' && api
      ? `${executeApi}\${${api.logicalId}}/${reader.display('name') ?? ''}`
      : `\${${source}}`;
  }
  if (type !== 'aws_apigatewayv2_api' && type !== 'module') return `\${${source}}`;
  if (attribute === 'execution_arn' || attribute === 'api_execution_arn')
    return `${executeApi}\${${logicalId}}`;
  return attribute === 'id' || attribute === 'api_id' ? `\${${logicalId}}` : `\${${source}}`;
}
