import * as l10n from '@vscode/l10n';
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
          message: l10n.t(
            'API Gateway refuses the stage variable "{0}": a name has at most {1} letters, digits and _, a value at most {2} characters of A-Z, a-z, 0-9 and -._~:/?#&=,.',
            key,
            maximumStageVariableKey,
            maximumStageVariableValue,
          ),
        })),
    ),
};

function isLegal(key: string, value: string): boolean {
  const isName = /^\w+$/.test(key) && key.length <= maximumStageVariableKey;
  return isName && /^[A-Za-z0-9\-._~:/?#&=,]*$/.test(value) && value.length <= maximumStageVariableValue;
}
