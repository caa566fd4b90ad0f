import type { Problem } from '../../problem.ts';
import { ownParts } from '../may-define-apis.ts';
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
  const all = [readCloudFormation, readSam].flatMap((read) => read(template, functions, problems));
  const apis = withoutStrangers(all);
  const isOurs = apis.length > 0 || !isNest(source.text) || (previous?.apis.length ?? 0) > 0;
  return { apis, problems: isOurs ? problems : [], chunks: template.chunks };
}

/** Whether a template names no part of an API, but nests others; where none of these makes an API, it is somebody else's. */
function isNest(text: string): boolean {
  return /AWS::(?:CloudFormation::Stack|Serverless::Application)\b/.test(text) && !ownParts.test(text);
}
