import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { Sample } from '../../core/sample.ts';
import { uriOf } from './uris.ts';

/** Where samples of the definitions beside and below are kept. */
const sampleFolder = join('.routescope', 'samples');

// API Gateway accepts no message above 128 KB, so a larger file cannot be one.
const largestSample = 128 * 1024;
const mostSamples = 200;

/**
 * The samples that stand in `.routescope/samples` beside a definition file or in a folder above it, nearest
 * first; a name that is nearer hides one that is further. Searches up to `root`, or only beside the file
 * where that is not a folder above it. Folders and files that cannot be read count as absent.
 */
export function readSampleFiles(definitionPath: string, root: string): readonly Sample[] {
  const samples = new Map<string, Sample>();
  for (const folder of foldersUpTo(dirname(definitionPath), root)) {
    for (const sample of readSampleFolder(join(folder, sampleFolder))) {
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

/** Whether a path is in the folder, at any depth. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && way !== path;
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

function readSampleFolder(folder: string): Sample[] {
  return namesIn(folder)
    .filter((name) => isSampleFile(join(folder, name)))
    .toSorted()
    .slice(0, mostSamples)
    .flatMap((name) => readSample(join(folder, name)));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readSample(path: string): Sample[] {
  try {
    if (statSync(path).size > largestSample) return [];
    const text = readFileSync(path, 'utf8');
    return [{ name: basename(path), text, source: 'file', uri: uriOf(path) }];
  } catch {
    return [];
  }
}
