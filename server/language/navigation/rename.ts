import * as l10n from '@vscode/l10n';
import { routeKeysOf } from '../../../core/api.ts';
import { type Span, touches } from '../../../core/span.ts';
import { dialectOf } from '../dialects/dialects.ts';
import type { KnownFile } from '../known-file.ts';
import type { OtherPlace } from './place.ts';
import { partsOf } from './parts.ts';
import { placeIn } from './place.ts';
import { samplesThatSelect } from './samples-of-key.ts';
import { testsThatMention } from './test-files.ts';
import { type Thing, thingAt } from './thing.ts';

/** A replacement in a file; one that `needsConfirmation` is a guess that the person must agree to. */
export interface RenameEdit extends OtherPlace {
  readonly newText: string;
  readonly needsConfirmation: boolean;
}

/** What a rename at an offset would replace, and with what it begins; undefined where nothing can be renamed. */
export function renameableAt(
  file: KnownFile,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const thing = thingAt(file, offset);
  const mention = thing?.mentions.find(({ span }) => touches(span, offset));
  if (!thing || !mention?.renamed || isPredefined(thing)) return undefined;
  return { span: mention.span, name: thing.name };
}

/** The edits that give what stands at an offset another name, or a sentence that says why it cannot have that. */
export async function rename(
  file: KnownFile,
  offset: number,
  newName: string,
  textOf: (uri: string) => string | undefined,
): Promise<readonly RenameEdit[] | string> {
  const thing = thingAt(file, offset);
  if (!thing || !renameableAt(file, offset)) return l10n.t('Nothing here can be renamed.');
  const objection = objectionTo(thing, newName);
  if (objection !== undefined) return objection;
  const own = thing.mentions.flatMap(({ renamed, span }) =>
    renamed ? [{ ...placeIn(file, span), newText: renamed(newName), needsConfirmation: false }] : [],
  );
  if (thing.kind !== 'route key') return own;
  const samples = samplesThatSelect(file, thing.api, thing.name).flatMap(({ renamed, ...place }) =>
    renamed ? [{ ...place, newText: renamed(newName), needsConfirmation: false }] : [],
  );
  const tests = file.root === undefined ? [] : await testsThatMention(file.root, thing.name, textOf);
  const guesses = tests.map((place) => ({
    ...place,
    newText: JSON.stringify(newName).slice(1, -1),
    needsConfirmation: true,
  }));
  return [...own, ...samples, ...guesses];
}

/** API Gateway itself gives these routes their keys. */
function isPredefined({ kind, name }: Thing): boolean {
  return kind === 'route key' && name.startsWith('$');
}

function objectionTo({ api, kind, name }: Thing, newName: string): string | undefined {
  if (kind === 'part') {
    if (!dialectOf(api.format).newName?.test(newName))
      return l10n.t('"{0}" cannot be the name of a part of this file.', newName);
    const isTaken = newName !== name && partsOf(api).some(({ logicalId }) => logicalId === newName);
    return isTaken ? l10n.t('"{0}" is the name of another part already.', newName) : undefined;
  }
  if (newName.trim() === '') return l10n.t('A route key cannot be empty.');
  if (newName.startsWith('$')) {
    return l10n.t(
      'Only $connect, $disconnect and $default begin with a dollar sign, and messages do not select them.',
    );
  }
  if (newName !== name && routeKeysOf(api).includes(newName))
    return l10n.t('There is a route "{0}" already.', newName);
  return undefined;
}
