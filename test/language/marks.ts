/** The text without its cursor mark `<|>`, and where that stood. */
export function cursorIn(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('<|>');
  if (offset === -1) throw new Error('The text has no <|>');
  return { text: marked.replace('<|>', ''), offset };
}

/** The text without its lines of carets. */
export function withoutCarets(marked: string): string {
  return marked
    .split('\n')
    .filter((line) => !/^\s*\^+ /.test(line))
    .join('\n');
}

/** The text with a line of carets and a note under every stretch. */
export function withCarets(
  text: string,
  stretches: readonly { span: { start: number; end: number }; note: string }[],
): string {
  let offset = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const start = offset;
      offset += line.length + 1;
      const here = stretches.filter(({ span }) => span.start >= start && span.start < offset);
      return [
        line,
        ...here.map(({ span, note }) => {
          const length = Math.max(1, Math.min(span.end, start + line.length) - span.start);
          return `${' '.repeat(span.start - start)}${'^'.repeat(length)} ${note}`;
        }),
      ];
    })
    .join('\n');
}
