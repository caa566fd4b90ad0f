import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Sample } from '../../core/sample.ts';
import { isWithin } from './is-within.ts';
import { readSmallFile } from './read-small-file.ts';
import { staysWithin } from './surroundings.ts';
import { uriOf } from './uris.ts';

/** Where samples of the definitions beside and below are kept. */
const sampleFolder = join('.routescope', 'samples');

// API Gateway accepts no message above 128 KB, so a larger file cannot be one.
const largestSample = 128 * 1024;
const mostSamples = 200;

/**
 * The samples that stand in `.routescope/samples` beside a definition file or in a folder above it, nearest
 * first; a name that is nearer hides one that is further. Searches up to `root`, or only beside the file
 * where that is not a folder above it. Files that a link takes out of the searched folders count as absent, as
 * do those that cannot be read.
 */
export function readSampleFiles(definitionPath: string, root: string): readonly Sample[] {
  const samples = new Map<string, Sample>();
  const folders = foldersUpTo(dirname(definitionPath), root);
  const top = folders.at(-1) ?? root;
  for (const folder of folders) {
    for (const sample of readSampleFolder(join(folder, sampleFolder), top)) {
      if (!samples.has(sample.name)) samples.set(sample.name, sample);
    }
  }
  return [...samples.values()];
}

/** Whether a path is one of a sample file. */
export function isSampleFile(path: string): boolean {
  const folder = dirname(path);
  return (
    ['.json', '.txt'].includes(extname(path)) &&
    basename(folder) === 'samples' &&
    basename(dirname(folder)) === '.routescope'
  );
}

/** Whether a sample file belongs to a definition file: one in the same folder as its `.routescope`, or below. */
export function isSampleOf(samplePath: string, definitionPath: string): boolean {
  const home = dirname(dirname(dirname(samplePath)));
  return isWithin(home, definitionPath);
}

function foldersUpTo(folder: string, root: string): string[] {
  const folders = [folder];
  let current = folder;
  while (isWithin(root, current)) {
    current = dirname(current);
    folders.push(current);
  }
  return folders;
}

function readSampleFolder(folder: string, top: string): Sample[] {
  return namesIn(folder)
    .filter((name) => isSampleFile(join(folder, name)))
    .toSorted()
    .slice(0, mostSamples)
    .flatMap((name) => readSample(join(folder, name), top));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readSample(path: string, top: string): Sample[] {
  const text = staysWithin(top, path) ? readSmallFile(path, largestSample) : undefined;
  return text === undefined ? [] : [{ name: basename(path), text, source: 'file', uri: uriOf(path) }];
}
