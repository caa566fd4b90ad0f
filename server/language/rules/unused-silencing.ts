import type { Rule } from './rule.ts';

/** A comment that silences nothing; found while findings are sorted, so there is nothing to check. */
export const unusedSilencing: Pick<Rule, 'code' | 'severity'> = {
  code: 'unused-silencing',
  severity: 'information',
};
