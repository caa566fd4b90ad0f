import { folderOf, joinPath } from '../paths.ts';
import type { BuiltinCall } from './builtins.ts';
import { computedText } from './combine-text.ts';
import { knownText, type Value } from './value.ts';

/** What a function of `path`, `os.path` or `pathlib` makes of paths. */
export function callPath({ path, name, on, given, span }: BuiltinCall): Value | undefined {
  const values = given.positional.map(({ value }) => value);
  const [first] = values;
  const texts = values.map((value) => knownText(value)?.value);
  const [text] = texts;
  switch (path.replace(/^(?:node:)?(?:os\.)?(?:pathlib\.)?/, '').replace(/^path\.path\./, 'path.')) {
    case 'path.join':
    case 'path.resolve':
      if (texts.some((one) => one === undefined)) return undefined;
      return computedText(
        texts.reduce<string>((folder, one) => joinPath(folder, one ?? ''), ''),
        span,
      );
    case 'path.dirname':
      return text === undefined ? undefined : computedText(folderOf(text) || '.', span);
    case 'path.abspath':
    case 'path.realpath':
    case 'Path':
      return first;
    default:
      // A function of a well-known template gives the folder as the framework wants it.
      if (/(?:^|\.)handlerPath$/.test(path)) return first;
      return (name === 'resolve' || name === 'absolute') && on?.kind === 'text' ? on : undefined;
  }
}
