const ofScripts =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`)|\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*/g;
const ofPython = /("""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|#[^\n]*/g;

/** A program without its comments; what stands in quotes is no comment. */
export function withoutComments(source: string, isPython: boolean): string {
  return source.replaceAll(isPython ? ofPython : ofScripts, (_, text: string | undefined) => text ?? ' ');
}
