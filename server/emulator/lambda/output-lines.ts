import type { Readable } from 'node:stream';

/** Output that stands without a line end for so long is shown as a line. */
const quietMilliseconds = 100;

/** A longer line is shown in pieces of so many characters. */
const longestLine = 262_144;

/** Calls back with each line of a program's output, and with what it leaves without a line end. */
export function readOutputLines(output: Readable, line: (text: string) => void): void {
  let rest = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    if (rest !== '') line(rest.replace(/\r$/, ''));
    rest = '';
  };
  output.setEncoding('utf8');
  output.on('data', (text: string) => {
    clearTimeout(timer);
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) line(one.replace(/\r$/, ''));
    while (rest.length > longestLine) {
      line(rest.slice(0, longestLine));
      rest = rest.slice(longestLine);
    }
    if (rest !== '') timer = setTimeout(flush, quietMilliseconds).unref();
  });
  // A pipe that breaks has ended; how its process ended is told elsewhere.
  output.on('error', () => undefined);
  output.once('close', () => {
    clearTimeout(timer);
    flush();
  });
}
