import type { Span } from '../../core/span.ts';
import { actions } from './actions/actions.ts';
import type { Refactoring } from './actions/refactoring.ts';
import { diagnose, type Diagnostic } from './diagnose.ts';
import type { KnownFile } from './known-file.ts';
import type { Fix } from './rules/rule.ts';
import { silenceHere } from './silence-here.ts';

/** A change that is offered; `mends` is the finding that it is for, if there is one. */
export interface CodeAction {
  readonly fix: Fix;
  readonly kind: Refactoring['kind'];
  readonly mends?: Diagnostic;
}

/**
 * The fixes of all findings that the span touches, then the other changes that fit there; no two that do the same.
 * Last, for each finding the comment that silences it.
 */
export function codeActions(file: KnownFile, span: Span): readonly CodeAction[] {
  const findings = diagnose(file.reading, file.samplesOf, file.circumstances).filter(
    (one) => one.span.start <= span.end && one.span.end >= span.start,
  );
  const fixes = findings.flatMap((mends) =>
    (mends.fixes ?? []).map((fix): CodeAction => ({ fix, kind: 'quickfix', mends })),
  );
  const others = file.reading.apis.flatMap((api) =>
    actions.flatMap(({ kind, offer }) =>
      offer({ file, api, span }).map((fix): CodeAction => ({ fix, kind })),
    ),
  );
  const silencing = findings.flatMap((mends): CodeAction[] => {
    const fix = silenceHere(file, mends);
    return fix ? [{ fix, kind: 'quickfix', mends }] : [];
  });
  const done = new Set(fixes.map(doing));
  return [...fixes, ...others.filter((one) => done.size < done.add(doing(one)).size), ...silencing];
}

function doing({ fix }: CodeAction): string {
  return JSON.stringify(fix.edits);
}
