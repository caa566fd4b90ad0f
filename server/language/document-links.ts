import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { LambdaFunction } from '../../core/api.ts';
import { filesOf } from '../../core/formats/file-at.ts';
import type { Span } from '../../core/span.ts';
import { findHandler } from './handler-file.ts';
import { isWithin } from './is-within.ts';
import type { KnownFile } from './known-file.ts';
import { uriOf } from './uris.ts';

/** A stretch of the definition that names a file or a folder. */
export interface DocumentLink {
  readonly span: Span;
  /** The file's address, or the command that shows the folder. */
  readonly uri: string;
}

/** From every handler to its file, from the folder of its code to the explorer, and to the other files of the definition. */
export function documentLinks(file: KnownFile): readonly DocumentLink[] {
  const { path, root, reading } = file;
  if (path === undefined || root === undefined) return [];
  const functions = new Map(reading.apis.flatMap((api) => api.functions).map((one) => [one.logicalId, one]));
  const links = [...functions.values()].flatMap((lambda) => [
    ...handlerLink(path, root, lambda),
    ...folderLink(path, root, lambda),
  ]);
  return [...links, ...includedLinks(file, path)];
}

function handlerLink(path: string, root: string, lambda: LambdaFunction): DocumentLink[] {
  const span = lambda.handler?.span;
  // A handler that a framework implies may be shown nowhere.
  if (!span || span.start === span.end) return [];
  const handler = findHandler(path, lambda, root);
  return handler ? [{ span, uri: uriOf(handler.path) }] : [];
}

function folderLink(path: string, root: string, { properties }: LambdaFunction): DocumentLink[] {
  const text = properties?.['CodeUri']?.text;
  if (!text || text.span.start === text.span.end || /^\w+:/.test(text.value)) return [];
  const folder = resolve(dirname(path), text.value);
  const isFolder = isWithin(root, folder) && statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  return isFolder ? [{ span: text.span, uri: revealing(folder) }] : [];
}

/** An editor cannot open a folder; the command of VS Code takes an address as it writes them itself. */
function revealing(folder: string): string {
  const path = decodeURIComponent(uriOf(folder).slice('file://'.length));
  return `command:revealInExplorer?${encodeURIComponent(JSON.stringify([{ $mid: 1, scheme: 'file', path }]))}`;
}

/** Where a file of the definition writes the path to another one, relative to itself. */
function includedLinks({ reading }: KnownFile, own: string): DocumentLink[] {
  return filesOf(reading).flatMap(({ path = own, start, text }) =>
    reading.files
      .filter((other) => other.path !== path)
      .flatMap((other) => {
        const way = relative(dirname(path), other.path).replaceAll('\\', '/');
        return occurrencesOf(way, text).map((span) => ({
          span: { start: start + span.start, end: start + span.end },
          uri: uriOf(other.path),
        }));
      }),
  );
}

function occurrencesOf(way: string, text: string): Span[] {
  const escaped = way.replaceAll(/[^\w/]/g, String.raw`\$&`);
  const written = new RegExp(String.raw`(?<![\w./-])(?:\./)?${escaped}(?![\w./-])`, 'g');
  return [...text.matchAll(written)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}
