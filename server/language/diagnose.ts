import type { Api, LambdaFunction } from '../../core/api.ts';
import type { Reading } from '../../core/formats/formats.ts';
import type { FormatKind } from '../../core/formats/may-define-apis.ts';
import type { Problem } from '../../core/problem.ts';
import type { Sample } from '../../core/sample.ts';
import { graphOf } from './api-graph.ts';
import { evaluateSamples } from './evaluate-samples.ts';
import { parsedExpressionsOf } from './expressions.ts';
import { placesOf } from './places.ts';
import { malformedDefinition } from './rules/malformed-definition.ts';
import type { Finding, Rule, Severity, Subject } from './rules/rule.ts';
import { problemRules, rules } from './rules/rules.ts';
import { unusedSilencing } from './rules/unused-silencing.ts';
import type { Severities } from './severities.ts';
import { silence } from './silence.ts';
import { writtenTexts } from './written-texts.ts';

/** A finding with what identifies and explains it. */
export interface Diagnostic extends Finding {
  readonly code: string;
  readonly severity: Severity;
  /** The page that explains the code. */
  readonly href: string;
}

/** What a definition is judged by beside what it says. */
export interface Circumstances {
  /** The source of a function's handler; without it the rules that read it stay silent. */
  readonly handlerOf?: (lambda: LambdaFunction) => string | undefined;
  /** What people chose by code. */
  readonly severities?: Severities;
}

/** All that was found, and what of it a comment silences. */
export interface Diagnosis {
  readonly shown: readonly Diagnostic[];
  readonly silenced: readonly Diagnostic[];
}

type Identity = Pick<Rule, 'code' | 'severity'>;

const explanations = 'https://github.com/routescope/routescope#';

/** The page that explains a code. */
export function explanationOf(code: string): string {
  return explanations + code;
}

/**
 * Everything that is wrong with a definition file, in the order of the text, but for what a comment silences.
 * `samplesOf` gives the messages that an API is judged by; without samples the rules that need them stay silent.
 */
export function diagnose(
  reading: Reading,
  samplesOf: (api: Api) => readonly Sample[],
  circumstances: Circumstances = {},
): readonly Diagnostic[] {
  return diagnoseWithSilenced(reading, samplesOf, circumstances).shown;
}

/** As `diagnose`, and tells also what comments silence. */
export function diagnoseWithSilenced(
  reading: Reading,
  samplesOf: (api: Api) => readonly Sample[],
  { handlerOf = () => undefined, severities = {} }: Circumstances = {},
): Diagnosis {
  const active = rules.filter(({ code }) => severities[code] !== 'off');
  const { text } = reading;
  const findings = reading.apis.flatMap((api) => {
    const subject: Subject = {
      api,
      text,
      evaluations: evaluateSamples(api, samplesOf(api)),
      graph: graphOf(api),
      expressions: parsedExpressionsOf(api),
      places: placesOf(api),
      texts: writtenTexts(api),
      handlerOf: (lambda) => lambda.inlineCode ?? handlerOf(lambda),
    };
    return active.flatMap((rule) => rule.check(subject).map((finding) => diagnostic(rule, finding)));
  });
  const kinds = new Set(reading.outcomes.keys());
  const unread = reading.problems.map((problem) => explained(problem, text, kinds));
  const { shown, silenced, unused } = silence(withoutRepetitions([...unread, ...findings]), text);
  // In a file that cannot be read as a whole what a comment silences may only be out of sight.
  const idle = reading.problems.length > 0 ? [] : unused;
  const all = [...shown, ...idle.map((finding) => diagnostic(unusedSilencing, finding))];
  const weighed = (diagnostics: readonly Diagnostic[]) =>
    diagnostics
      .flatMap((one) => weigh(one, severities))
      .toSorted((one, other) => one.span.start - other.span.start);
  return { shown: weighed(all), silenced: weighed(silenced) };
}

/** What could not be read, under the code of its cause where that has one. */
function explained(problem: Problem, text: string, kinds: ReadonlySet<FormatKind>): Diagnostic {
  for (const rule of problemRules) {
    const finding = rule.explain(problem, text, kinds);
    if (finding) return diagnostic(rule, finding);
  }
  return diagnostic(malformedDefinition, problem);
}

function weigh(one: Diagnostic, severities: Severities): readonly Diagnostic[] {
  const chosen = severities[one.code];
  if (chosen === 'off') return [];
  return [chosen === undefined ? one : { ...one, severity: chosen }];
}

/** APIs can share an expression, through `Globals` or a parameter. */
function withoutRepetitions(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, message, span }: Diagnostic) => `${code} ${span.start} ${span.end} ${message}`;
  return [...new Map(diagnostics.map((one) => [keyOf(one), one])).values()];
}

function diagnostic({ code, severity }: Identity, finding: Finding): Diagnostic {
  return { ...finding, code, severity, href: explanationOf(code) };
}
