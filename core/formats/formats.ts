import type { Api } from '../api.ts';
import type { Problem } from '../problem.ts';
import type { Chunk } from './chunk.ts';
import { readCloudFormation } from './cloudformation.ts';
import type { Format } from './format.ts';
import { readFunctions } from './functions.ts';
import { readSam } from './sam.ts';
import { readTemplate } from './template.ts';

/** The kinds of definitions that are understood. */
export const formats: readonly Format[] = [
  { mark: 'AWS::ApiGatewayV2::', read: readCloudFormation },
  { mark: 'AWS::Serverless::WebSocketApi', read: readSam },
];

/** What a definition file says. */
export interface Reading {
  /** In the order of the file. */
  readonly apis: readonly Api[];
  readonly problems: readonly Problem[];
  /** What the next reading of the same file may keep. */
  readonly chunks: readonly Chunk[];
}

/** Whether it is worth reading the text: it names a resource that defines APIs. Below 1 ms for 1 MB. */
export function mayDefineApis(text: string): boolean {
  return formats.some(({ mark }) => text.includes(mark));
}

/**
 * Reads the APIs that a definition file defines, as far as it can be understood. With the previous reading of the
 * same file only what changed is parsed, and the last good reading of a resource stands while it is half-typed.
 */
export function readDefinitions(path: string, text: string, previous?: Reading): Reading {
  const template = readTemplate(path, text, previous?.chunks);
  const functions = readFunctions(template);
  const problems: Problem[] = [...template.problems];
  const apis = formats.flatMap(({ read }) => read(template, functions, problems));
  apis.sort((one, other) => one.span.start - other.span.start);
  problems.sort((one, other) => one.span.start - other.span.start);
  return { apis, problems, chunks: template.chunks };
}
