import type { Api, FormatName } from '../../api.ts';
import type { Problem } from '../../problem.ts';
import { readCloudFormation } from '../cloudformation/cloudformation.ts';
import { readFunctions } from '../cloudformation/functions.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import type { Draft } from './drafts.ts';
import { templateOf } from './template-of.ts';

/** The APIs of the resources that a program makes. */
export function readDrafts(drafts: readonly Draft[], source: Source, format: FormatName): Outcome {
  const template = templateOf(drafts, source.wholeText());
  const problems: Problem[] = [];
  const found = readCloudFormation(template, readFunctions(template), problems);
  return { apis: unrepeated(found).map((api) => ({ ...api, format, routes: inOrder(api) })), problems };
}

/** What a class makes that is used for several stages of an app is one API. */
function unrepeated(apis: readonly Api[]): Api[] {
  const seen = new Set<string>();
  return apis.filter(({ span, name }) => seen.size < seen.add(`${span.start} ${name}`).size);
}

function inOrder({ routes }: Api): Api['routes'] {
  return routes.toSorted((one, other) => one.span.start - other.span.start);
}
