import type { Span } from '../../core/span.ts';
import { findHandler } from './handler-file.ts';
import type { KnownFile } from './known-file.ts';
import { uriOf } from './uris.ts';

/** A stretch of the definition that names a file. */
export interface DocumentLink {
  readonly span: Span;
  readonly uri: string;
}

/** From every `Handler` to the file that it names, where that exists. */
export function documentLinks({ path, root, reading }: KnownFile): readonly DocumentLink[] {
  if (path === undefined || root === undefined) return [];
  const functions = new Map(reading.apis.flatMap((api) => api.functions).map((one) => [one.logicalId, one]));
  return [...functions.values()].flatMap((lambda) => {
    const span = lambda.handler?.span;
    // A handler that a framework implies may be shown nowhere.
    if (!span || span.start === span.end) return [];
    const handler = findHandler(path, lambda, root);
    return handler ? [{ span, uri: uriOf(handler.path) }] : [];
  });
}
