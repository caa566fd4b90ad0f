import type { Api, Route } from '../../../core/api.ts';
import { lineEnd, lineStart } from '../../../core/lines.ts';
import type { Edit } from '../rules/rule.ts';
import { insertion, trimmed } from './block.ts';
import type { Dialect } from './dialect.ts';

const response = 'routeResponseSelectionExpression: $default';

const events: Dialect = {
  references(text, name) {
    if (!/^[\w-]+$/.test(name)) return [];
    const mention = new RegExp(
      String.raw`^[ \t]*(?:-[ \t]+)?(?:(?:authorizer|name):[ \t]+)?["']?(${name})(?=["']?[ \t]*(?::|#|\r?$))`,
      'gmd',
    );
    return [...text.matchAll(mention)].flatMap(({ indices }) => {
      const [, found] = indices ?? [];
      return found ? [{ start: found[0], end: found[1] }] : [];
    });
  },
  // Only $connect can have one.
  onlyOneRoute: /^([ \t]*)authorizer:.*(?:\r?\n\1[ \t]+.*)*(?:\r?\n)?/gm,
  withoutBraces: true,
};

/** Services, where a route is an event of a function. */
export const serverless: Dialect = { ...events, twoWay };

/** Services in TypeScript or JavaScript. */
export const serverlessScript: Dialect = { ...events, withCommas: true };

/** In blocks of YAML only; the short form becomes the long one. */
function twoWay(_api: Api, { routeKey }: Route, text: string): Edit[] | undefined {
  if (!routeKey) return undefined;
  const { start } = routeKey.span;
  const begin = lineStart(text, start);
  const before = text.slice(begin, start);
  const { end } = trimmed(text, { start: begin, end: lineEnd(text, start) });
  const [, long] = /^([ \t]*)route:[ \t]*["']?$/.exec(before) ?? [];
  if (long !== undefined) return [insertion(end, `\n${long}${response}`)];
  const [, item, sign] = /^([ \t]*-[ \t]+)websocket:([ \t]*)["']?$/.exec(before) ?? [];
  if (item === undefined || sign === undefined) return undefined;
  const inside = `\n${' '.repeat(item.length + 2)}`;
  const colon = begin + item.length + 'websocket:'.length;
  return [
    { span: { start: colon, end: colon + sign.length }, newText: `${inside}route: ` },
    insertion(end, inside + response),
  ];
}
