import type { Api } from '../../../core/api.ts';
import { touches } from '../../../core/span.ts';
import type { KnownFile } from '../known-file.ts';
import type { Mention } from './mention.ts';
import { partAt } from './parts.ts';
import { mentionsOfKey } from './route-keys.ts';

/** Something that a definition names in several places. */
export type Thing =
  | {
      readonly kind: 'route key';
      readonly api: Api;
      readonly name: string;
      readonly mentions: readonly Mention[];
    }
  | {
      readonly kind: 'part';
      readonly api: Api;
      /** As the definition writes it. */
      readonly name: string;
      readonly logicalId: string;
      readonly mentions: readonly Mention[];
    };

/** What the text at an offset names, with every place of the definition that names it too. */
export function thingAt(file: KnownFile, offset: number): Thing | undefined {
  return routeKeyAt(file, offset) ?? partAt(file, offset);
}

function routeKeyAt(file: KnownFile, offset: number): Thing | undefined {
  for (const api of file.reading.apis) {
    const keys = new Set(api.routes.flatMap(({ routeKey }) => (routeKey ? [routeKey.value] : [])));
    for (const name of keys) {
      const mentions = mentionsOfKey(file, api, name);
      if (mentions.some(({ span }) => touches(span, offset)))
        return { kind: 'route key', api, name, mentions };
    }
  }
  return undefined;
}
