import type { Api } from '../../../core/api.ts';
import { lineEnd, lineStart } from '../../../core/lines.ts';
import { type Span, touches } from '../../../core/span.ts';
import { dialectOf } from '../dialects/dialects.ts';
import type { KnownFile } from '../known-file.ts';
import type { Mention } from './mention.ts';
import type { Thing } from './thing.ts';

/** A part of an API that has a name of its own. */
interface Part {
  readonly logicalId: string;
  readonly span: Span;
}

/** The part whose name stands at an offset, where it is defined or referred to. */
export function partAt(file: KnownFile, offset: number): Thing | undefined {
  const word = wordAt(file.text, offset);
  if (word === '') return undefined;
  for (const api of file.reading.apis) {
    for (const part of partsOf(api)) {
      const name = nameOf(api, part);
      const mentions = word === name ? mentionsOf(file, api, part) : [];
      if (mentions.some(({ span }) => touches(span, offset)))
        return { kind: 'part', api, name, logicalId: part.logicalId, mentions };
    }
  }
  return undefined;
}

/** Where the name of a part is defined; undefined for a part that has none, such as what SAM makes of a route. */
export function nameSpanOf(file: KnownFile, api: Api, part: Part): Span | undefined {
  const { text } = file;
  const name = nameOf(api, part);
  const from = lineStart(text, part.span.start);
  const line = text.slice(from, Math.min(lineEnd(text, part.span.start), part.span.start + 500));
  const start = from + wordIn(line, name);
  return start < from ? undefined : { start, end: start + name.length };
}

/** All mentions of a part, its definition first. */
function mentionsOf(file: KnownFile, api: Api, part: Part): readonly Mention[] {
  const dialect = dialectOf(api.format);
  const definition = nameSpanOf(file, api, part);
  if (!definition) return [];
  const renamed = dialect.newName && { renamed: (name: string) => name };
  const references = dialect
    .references(file.text, part.logicalId, part.span)
    .filter(({ start }) => start !== definition.start);
  return [
    { span: definition, isDefinition: true, ...renamed },
    ...references.map((span) => ({ span, isDefinition: false, ...renamed })),
  ];
}

/** Everything of an API that can be referred to. */
export function partsOf(api: Api): readonly Part[] {
  return [
    api,
    ...api.routes,
    ...api.integrations,
    ...api.functions,
    ...api.authorizers,
    ...api.models,
    ...(api.routeResponses ?? []),
    ...(api.deployments ?? []),
  ];
}

function nameOf(api: Api, { logicalId }: Part): string {
  return dialectOf(api.format).nameOf?.(logicalId) ?? logicalId;
}

function wordIn(text: string, word: string): number {
  const escaped = word.replaceAll(/[^\w]/g, String.raw`\$&`);
  return text.search(new RegExp(String.raw`(?<![\w-])${escaped}(?![\w-])`));
}

function wordAt(text: string, offset: number): string {
  const before = /[\w-]*$/.exec(text.slice(Math.max(0, offset - 256), offset))?.[0] ?? '';
  return before + (/^[\w-]*/.exec(text.slice(offset, offset + 256))?.[0] ?? '');
}
