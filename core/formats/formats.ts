import type { Api } from '../api.ts';
import type { Problem } from '../problem.ts';
import { throughEdit } from '../syntax/edit.ts';
import type { Chunk } from './chunk.ts';
import { readCloudFormation } from './cloudformation.ts';
import type { Format } from './format.ts';
import { readFunctions } from './functions.ts';
import type { FormatKind } from './may-define-apis.ts';
import { moveSpans } from './move-spans.ts';
import { readSam } from './sam.ts';
import { readTemplate } from './template.ts';

/** The kinds of definitions that are understood. */
const formats: Readonly<Record<FormatKind, Format>> = {
  cloudFormation: { read: readCloudFormation },
  sam: { read: readSam },
};

/** What a definition file says. */
export interface Reading {
  /** In the order of the file. */
  readonly apis: readonly Api[];
  readonly problems: readonly Problem[];
  /** What the next reading of the same file may keep. */
  readonly chunks: readonly Chunk[];
  /** The last reading that found APIs: it stands while the file as a whole cannot be read. */
  readonly good?: { readonly text: string; readonly apis: readonly Api[] };
}

/**
 * Reads the APIs that a definition file defines, as far as it can be understood. With the previous reading of the
 * same file only what changed is parsed, and the last good reading of a resource stands while it is half-typed.
 */
export function readDefinitions(path: string, text: string, previous?: Reading): Reading {
  const template = readTemplate(path, text, previous?.chunks);
  const functions = readFunctions(template);
  const problems: Problem[] = [...template.problems];
  const apis = Object.values(formats).flatMap(({ read }) => read(template, functions, problems));
  apis.sort((one, other) => one.span.start - other.span.start);
  problems.sort((one, other) => one.span.start - other.span.start);
  const { chunks } = template;
  if (apis.length > 0) return { apis, problems, chunks, good: { text, apis } };
  const good = template.problems.length > 0 ? previous?.good : undefined;
  if (!good) return { apis, problems, chunks };
  return { apis: moveSpans(good.apis, throughEdit(good.text, text)), problems, chunks, good };
}
