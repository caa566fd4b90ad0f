import { lineEnd, lineStart } from '../../core/lines.ts';
import type { Sample } from '../../core/sample.ts';
import type { Span } from '../../core/span.ts';
import type { Text } from '../../core/text.ts';

const comment = /^\s*(?:#|\/\/)/;
const sampleComment = /(?:#|\/\/)\s*@sample\s+(.+?)\s*$/;

/** A sample with the place of its message in the definition. */
export interface WrittenSample {
  readonly sample: Sample;
  readonly span: Span;
}

/** The samples written as `# @sample {...}` on the expression's line or in the comments that touch it. */
export function readSampleComments(text: string, expression: Text): readonly WrittenSample[] {
  const first = lineStart(text, expression.span.start);
  const last = lineEnd(text, expression.span.end);
  const lines = [...commentsAbove(text, first), { start: first, end: last }, ...commentsBelow(text, last)];
  return lines.flatMap(messageIn(text)).map(({ message, start }, index) => ({
    sample: { name: `@sample ${index + 1}`, text: message, source: 'comment' },
    span: { start, end: start + message.length },
  }));
}

function messageIn(text: string): (line: Span) => { readonly message: string; readonly start: number }[] {
  return ({ start, end }) => {
    const line = text.slice(start, end);
    const found = sampleComment.exec(line);
    const message = found?.[1];
    return found && message !== undefined
      ? [{ message, start: start + line.indexOf(message, found.index + found[0].indexOf('@sample') + 7) }]
      : [];
  };
}

function commentsAbove(text: string, offset: number): Span[] {
  const lines: Span[] = [];
  for (let end = offset - 1; end >= 0;) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    if (!comment.test(line)) break;
    lines.unshift({ start, end });
    end = start - 1;
  }
  return lines;
}

function commentsBelow(text: string, offset: number): Span[] {
  const lines: Span[] = [];
  for (let start = offset + 1; start < text.length;) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    if (!comment.test(line)) break;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
