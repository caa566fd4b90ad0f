import type { Span } from '../../core/span.ts';
import { diagnose, type Diagnostic } from './diagnose.ts';
import type { KnownFile } from './known-file.ts';
import type { Fix } from './rules/rule.ts';

/** A fix with what it mends. */
export interface CodeAction {
  readonly fix: Fix;
  readonly mends: Diagnostic;
}

/** The fixes of all findings that the span touches. */
export function codeActions(file: KnownFile, span: Span): readonly CodeAction[] {
  return diagnose(file.reading, file.samplesOf)
    .filter((diagnostic) => diagnostic.span.start <= span.end && diagnostic.span.end >= span.start)
    .flatMap((mends) => (mends.fixes ?? []).map((fix) => ({ fix, mends })));
}
