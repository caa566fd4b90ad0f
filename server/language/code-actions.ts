import type { Span } from '../../core/span.ts';
import { diagnose, type Diagnostic } from './diagnose.ts';
import type { KnownFile } from './known-file.ts';
import type { Fix } from './rules/rule.ts';
import { silenceHere } from './silence-here.ts';

/** A fix with what it mends. */
export interface CodeAction {
  readonly fix: Fix;
  readonly mends: Diagnostic;
}

/** The fixes of all findings that the span touches, and for each the comment that silences it. */
export function codeActions(file: KnownFile, span: Span): readonly CodeAction[] {
  return diagnose(file.reading, file.samplesOf, file.circumstances)
    .filter((diagnostic) => diagnostic.span.start <= span.end && diagnostic.span.end >= span.start)
    .flatMap((mends) => {
      const silencing = silenceHere(file, mends);
      return [...(mends.fixes ?? []), ...(silencing ? [silencing] : [])].map((fix) => ({ fix, mends }));
    });
}
