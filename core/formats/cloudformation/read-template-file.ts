import type { Problem } from '../../problem.ts';
import type { Outcome } from '../format.ts';
import type { Source } from '../source.ts';
import { readCloudFormation } from './cloudformation.ts';
import { readFunctions } from './functions.ts';
import { withoutStrangers } from './nesting.ts';
import { readSam } from './sam.ts';
import { readTemplate } from './read-template.ts';

/** The APIs of a CloudFormation or SAM template; what did not change is neither parsed nor read again. */
export function readTemplateFile(source: Source, previous: Outcome | undefined): Outcome {
  const template = readTemplate(source.path, source.text, previous?.chunks, source);
  const functions = readFunctions(template);
  const problems: Problem[] = [...template.problems];
  const apis = [readCloudFormation, readSam].flatMap((read) => read(template, functions, problems));
  return { apis: withoutStrangers(apis), problems, chunks: template.chunks };
}
