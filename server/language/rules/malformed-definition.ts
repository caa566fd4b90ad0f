import type { Rule } from './rule.ts';

/** What the format's reader could not understand; found while reading, so there is nothing to check. */
export const malformedDefinition: Pick<Rule, 'code' | 'severity'> = {
  code: 'malformed-definition',
  severity: 'error',
};
