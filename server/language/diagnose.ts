import type { Api } from '../../core/api.ts';
import type { Reading } from '../../core/formats/formats.ts';
import type { Sample } from '../../core/sample.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { malformedDefinition } from './rules/malformed-definition.ts';
import type { Finding, Rule, Severity } from './rules/rule.ts';
import { rules } from './rules/rules.ts';

/** A finding with what identifies and explains it. */
export interface Diagnostic extends Finding {
  readonly code: string;
  readonly severity: Severity;
  /** The page that explains the code. */
  readonly href: string;
}

const explanations = 'https://github.com/routescope/routescope#';

/**
 * Everything that is wrong with a definition file, in the order of the text. `samplesOf` gives the messages
 * that an API is judged by; without samples the rules that need them stay silent.
 */
export function diagnose(
  reading: Reading,
  samplesOf: (api: Api) => readonly Sample[],
): readonly Diagnostic[] {
  const findings = reading.apis.flatMap((api) => {
    const subject = { api, text: reading.text, evaluations: evaluateSamples(api, samplesOf(api)) };
    return rules.flatMap((rule) => rule.check(subject).map((finding) => diagnostic(rule, finding)));
  });
  const unread = reading.problems.map((problem) => diagnostic(malformedDefinition, problem));
  return withoutRepetitions([...unread, ...findings]).toSorted(
    (one, other) => one.span.start - other.span.start,
  );
}

/** APIs can share an expression, through `Globals` or a parameter. */
function withoutRepetitions(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, message, span }: Diagnostic) => `${code} ${span.start} ${span.end} ${message}`;
  return [...new Map(diagnostics.map((one) => [keyOf(one), one])).values()];
}

function diagnostic(rule: Pick<Rule, 'code' | 'severity'>, finding: Finding): Diagnostic {
  const { code, severity } = rule;
  return { ...finding, code, severity, href: explanations + code };
}
