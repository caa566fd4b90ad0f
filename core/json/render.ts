import { isArray, JsonNumber, type JsonValue, memberOf, namesOf } from './json-value.ts';

/**
 * A value as API Gateway turns it into text: lists as `[a, b]`, objects as `{k=v}`, null as nothing.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 */
export function render(value: JsonValue): string {
  return value === null ? '' : renderInside(value);
}

function renderInside(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'boolean' || value instanceof JsonNumber) return String(value);
  if (isArray(value)) return `[${value.map(renderInside).join(', ')}]`;
  const members = namesOf(value).map((name) => `${name}=${renderInside(memberOf(value, name) ?? null)}`);
  return `{${members.join(', ')}}`;
}
