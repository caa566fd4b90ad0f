/** More characters than the widest row can show. */
const maximumLength = 400;

/** The beginning of a text on one line, for a row of the log. */
export function previewText(text: string): string {
  const start = text.slice(0, maximumLength).replace(/\s+/g, ' ');
  return text.length > maximumLength ? `${start}…` : start;
}
