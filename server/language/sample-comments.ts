import { lineEnd, lineStart } from '../../core/lines.ts';
import type { Sample } from '../../core/sample.ts';
import type { Text } from '../../core/text.ts';

const comment = /^\s*(?:#|\/\/)/;
const sampleComment = /(?:#|\/\/)\s*@sample\s+(.+?)\s*$/;

/** The samples written as `# @sample {...}` on the expression's line or in the comments that touch it. */
export function readSampleComments(text: string, expression: Text): readonly Sample[] {
  const first = lineStart(text, expression.span.start);
  const last = lineEnd(text, expression.span.end);
  const lines = [...commentsAbove(text, first), text.slice(first, last), ...commentsBelow(text, last)];
  return lines
    .flatMap((line) => sampleComment.exec(line)?.[1] ?? [])
    .map((message, index) => ({ name: `@sample ${index + 1}`, text: message, source: 'comment' }));
}

function commentsAbove(text: string, offset: number): string[] {
  const lines: string[] = [];
  for (let end = offset - 1; end >= 0;) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    if (!comment.test(line)) break;
    lines.unshift(line);
    end = start - 1;
  }
  return lines;
}

function commentsBelow(text: string, offset: number): string[] {
  const lines: string[] = [];
  for (let start = offset + 1; start < text.length;) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    if (!comment.test(line)) break;
    lines.push(line);
    start = end + 1;
  }
  return lines;
}
