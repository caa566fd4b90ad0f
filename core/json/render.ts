import { isArray, isObject, type JsonValue, memberOf, namesOf } from './json-value.ts';

/**
 * A value as API Gateway turns it into text: lists as `[a, b]`, objects as `{k=v}`, null as nothing.
 * Undefined where the text would have more than `most` characters.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
 */
export function render(value: JsonValue, most = Infinity): string | undefined {
  let length = 0;
  const text = value === null ? '' : write(value);
  return length > most ? undefined : text;

  function write(one: JsonValue): string {
    if (length > most) return '';
    if (isArray(one)) return listed('[', one.map(write), ']');
    if (isObject(one)) {
      return listed(
        '{',
        namesOf(one).map((name) => `${add(name)}=${write(memberOf(one, name) ?? null)}`),
        '}',
      );
    }
    return add(String(one));
  }

  function listed(open: string, items: readonly string[], close: string): string {
    length += 2 * items.length;
    return `${open}${items.join(', ')}${close}`;
  }

  function add(text: string): string {
    length += text.length;
    return text;
  }
}
