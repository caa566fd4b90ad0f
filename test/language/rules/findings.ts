import assert from 'node:assert/strict';
import { diagnose, type Diagnostic } from '../../../server/language/diagnose.ts';
import type { Edit } from '../../../server/language/rules/rule.ts';
import { knownFile, type Messages } from '../known.ts';
import { withCarets, withoutCarets } from '../marks.ts';

/** A definition in which carets say what a rule must underline; without carets it must find nothing. */
export interface Row {
  readonly code: string;
  /** What is so in this row. */
  readonly when: string;
  readonly text: string;
  /** The text after the first fix of the first finding; absent where there is none. */
  readonly fixed?: string;
  readonly messages?: Messages;
  readonly path?: string;
  /** Sources of handlers by the function's logical id. */
  readonly handlers?: Readonly<Record<string, string>>;
}

/** Makes a test of each row; only findings of the row's own code count. */
export function describeRules(topic: string, rows: readonly Row[]): void {
  describe(topic, () => {
    for (const row of rows) {
      it(`${row.code}: ${row.when}`, () => {
        const found = findingsOf(row).filter(({ code }) => code === row.code);
        const text = withoutCarets(row.text);
        const stretches = found.map(({ span, code }) => ({ span, note: code }));
        assert.equal(withCarets(text, stretches), row.text);
        assert.equal(fixedBy(text, found), row.fixed);
      });
    }
  });
}

/** The text with edits made. */
export function applied(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.span.start - one.span.start)
    .reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text);
}

function findingsOf({ text, messages = {}, path, handlers = {} }: Row): readonly Diagnostic[] {
  const file = knownFile(withoutCarets(text), messages, path);
  return diagnose(file.reading, file.samplesOf, { handlerOf: ({ logicalId }) => handlers[logicalId] });
}

function fixedBy(text: string, found: readonly Diagnostic[]): string | undefined {
  const fix = found[0]?.fixes?.[0];
  return fix && applied(text, fix.edits);
}
