import { maximumStageVariableKey, maximumStageVariableValue } from '../../../core/limits.ts';
import { placeOf } from './place-of.ts';
import type { Rule } from './rule.ts';

/** A stage variable whose name or value API Gateway refuses. */
export const stageVariable: Rule = {
  code: 'stage-variable',
  severity: 'error',
  check: ({ api, text }) =>
    api.stages.flatMap((stage) =>
      Object.entries(stage.variables)
        .filter(([key, value]) => !isLegal(key, value) && !value.includes('${'))
        .map(([key]) => ({
          span: placeOf(text, stage, 'StageVariables'),
          message: `API Gateway refuses the stage variable "${key}": a name has at most ${maximumStageVariableKey} letters, digits and _, a value at most ${maximumStageVariableValue} characters of A-Z, a-z, 0-9 and -._~:/?#&=,.`,
        })),
    ),
};

function isLegal(key: string, value: string): boolean {
  const isName = /^\w+$/.test(key) && key.length <= maximumStageVariableKey;
  return isName && /^[A-Za-z0-9\-._~:/?#&=,]*$/.test(value) && value.length <= maximumStageVariableValue;
}
