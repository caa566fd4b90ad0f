import { fileNameOf } from '../../paths.ts';
import type { Properties, WrittenPair } from '../../api.ts';
import type { Span } from '../../span.ts';
import type { Text } from '../../text.ts';
import type { Options } from './arguments.ts';
import type { Given } from './given.ts';

/** Something that commands make, or a document describes, with all that they say of it. */
export interface Part {
  readonly kind: string;
  readonly id: string;
  readonly options: Options;
  /** The command, or the JSON object. */
  readonly span: Span;
  /** Where the name stands by which others refer to it. */
  readonly nameSpan?: Span;
}

/** What an option says; undefined where only a run can tell, or nothing is written. */
export function textIn({ options }: Part, name: string): Text | undefined {
  const given = options.get(name)?.given;
  return given?.kind === 'text' ? given.text : undefined;
}

/** What an option says, with `${name}` for what only a run can tell. */
export function displayIn({ options }: Part, name: string): string | undefined {
  const given = options.get(name)?.given;
  return given?.kind === 'text' ? given.display : undefined;
}

/** The id of a part that an option names, as others name it: `${INTEGRATION}` is `INTEGRATION`. */
export function referenceIn(part: Part, name: string): string | undefined {
  const display = displayIn(part, name);
  return display === undefined ? undefined : referenceOf(display);
}

/** The name in `${name}`; any other text is an id itself. */
export function referenceOf(display: string): string {
  return /^\$\{([^{}]+)\}$/.exec(display)?.[1] ?? display;
}

export function numberIn(part: Part, name: string): number | undefined {
  const value = Number(textIn(part, name)?.value || Number.NaN);
  return Number.isNaN(value) ? undefined : value;
}

export function switchIn(part: Part, name: string): boolean | undefined {
  const value = textIn(part, name)?.value.toLowerCase();
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** The entries of a map that the script alone tells. */
export function pairsIn({ options }: Part, name: string): WrittenPair[] | undefined {
  const given = options.get(name)?.given;
  if (given?.kind !== 'map') return undefined;
  return given.entries.flatMap(({ key, value }) =>
    value.kind === 'text' && value.text ? [{ key, value: value.text }] : [],
  );
}

/** The texts of a map by key. */
export function stringsIn(given: Given | undefined): Record<string, string> | undefined {
  if (given?.kind !== 'map') return undefined;
  return Object.fromEntries(
    given.entries.map(({ key, value }) => [
      key.value,
      value.kind === 'text' ? value.display : JSON.stringify(plainOf(value)),
    ]),
  );
}

/** A given value as plain data. */
export function plainOf(given: Given): unknown {
  switch (given.kind) {
    case 'text':
      return given.display;
    case 'list':
      return given.items.map(plainOf);
    case 'map':
      return Object.fromEntries(given.entries.map(({ key, value }) => [key.value, plainOf(value)]));
  }
}

/** A member of a map. */
export function memberOf(given: Given | undefined, name: string): Given | undefined {
  return given?.kind === 'map' ? given.entries.findLast(({ key }) => key.value === name)?.value : undefined;
}

/** The options as the model's properties; the id of the API is none of them. */
export function propertiesOf({ options }: Part): Properties {
  return Object.fromEntries(
    [...options]
      .filter(([name]) => !notProperties.has(name))
      .map(([name, { keySpan, given }]) => [
        name,
        { span: keySpan, ...(given.kind === 'text' && given.text && { text: given.text }) },
      ]),
  );
}

/** What says where to call, how to print, or is made by API Gateway. */
const notProperties = new Set(
  'ApiId ApiEndpoint ApiGatewayManaged CreatedDate LastUpdatedDate Region Profile Output Query EndpointUrl CliPager Debug'.split(
    ' ',
  ),
);

/** The name of the archive in `fileb://build/function.zip`. */
export function archiveIn(part: Part, name: string): string | undefined {
  const path = /^fileb:\/\/(.+)$/.exec(displayIn(part, name) ?? '')?.[1];
  return path === undefined ? undefined : fileNameOf(path);
}
