import * as l10n from '@vscode/l10n';
import type { Severity } from './rules/rule.ts';

/** How much a code weighs instead of what its rule says; `off` looks for it no more. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** All that can be chosen for a code. */
export const chooseable = ['off', 'information', 'warning', 'error'] as const;

/** What was understood of a person's choices, and a sentence for each that was not. */
export interface ReadSeverities {
  readonly severities: Severities;
  readonly problems: readonly string[];
}

/** Reads an object of severities by code, as settings, `.routescope/rules.json` and the command line give it. */
export function readSeverities(given: unknown, codes: readonly string[]): ReadSeverities {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return {
      severities: {},
      problems: [l10n.t('Severities are an object such as {"missing-default-route": "off"}.')],
    };
  }
  const severities: Record<string, Severity | 'off'> = {};
  const problems: string[] = [];
  for (const [code, value] of Object.entries(given)) {
    const severity = chooseable.find((one) => one === value);
    if (!codes.includes(code)) problems.push(l10n.t('There is no diagnostic "{0}".', code));
    else if (!severity)
      problems.push(l10n.t('The severity of "{0}" is one of {1}.', code, chooseable.join(', ')));
    else severities[code] = severity;
  }
  return { severities, problems };
}
