import type { Api } from '../../core/api.ts';
import { touches } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';
import type { KnownFile } from './known-file.ts';

/** Where a route key is written, or is about to be. */
export interface RouteKeyPlace {
  readonly api: Api;
  readonly text: Text;
  /** The key of a mapping of which the colon is still missing. */
  readonly needsColon: boolean;
}

/** The route key at an offset; also a line that is still no entry of the `Routes` of a SAM API. */
export function routeKeyAt(file: KnownFile, offset: number): RouteKeyPlace | undefined {
  for (const api of file.reading.apis) {
    const text = api.routes.find(
      ({ routeKey }) => routeKey && !routeKey.implied && touches(routeKey.span, offset),
    )?.routeKey;
    const isCurrent = text && file.text.slice(text.span.start, text.span.end) === text.value;
    if (text && (isCurrent || text.offsets)) {
      const isKey = api.format === 'sam-websocketapi';
      return {
        api,
        text,
        needsColon: isKey && !/^["']?\s*:/.test(file.text.slice(text.span.end, text.span.end + 40)),
      };
    }
  }
  return newEntryAt(file, offset);
}

function newEntryAt({ text, reading }: KnownFile, offset: number): RouteKeyPlace | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [, indent, value] = /^( +)(\S*)$/.exec(text.slice(start, offset)) ?? [];
  const nextBreak = text.indexOf('\n', offset);
  const behind = text.slice(offset, nextBreak === -1 ? text.length : nextBreak);
  const api = reading.apis.findLast((one) => one.format === 'sam-websocketapi' && one.span.start < offset);
  if (!api || indent === undefined || value === undefined || !/^\s*(?:#.*)?$/.test(behind)) return undefined;
  if (!isInsideRoutes(text.slice(0, start).split('\n'), indent.length)) return undefined;
  const span = { start: start + indent.length, end: offset };
  return { api, text: { value, span, spelling: 'yaml-plain' }, needsColon: true };
}

/** Whether the nearest line above that is indented less is `Routes:`. */
function isInsideRoutes(linesAbove: readonly string[], indent: number): boolean {
  const parent = linesAbove.findLast((line) => {
    const content = line.trimStart();
    return content !== '' && !content.startsWith('#') && line.length - content.length < indent;
  });
  return parent !== undefined && /^\s*Routes:\s*(?:#.*)?$/.test(parent);
}
