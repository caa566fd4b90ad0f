import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { eventPrinter } from '../../server/cli/event-printer.ts';

describe('what routescope start prints', () => {
  for (const [what, text, shown] of [
    ['a title that a client sets', '\u001b]0;owned\u0007', '\\x1b]0;owned\\x07'],
    ['a screen that a client clears', '\u001b[2J', '\\x1b[2J'],
    ['a line that a function writes over', 'secret\rsafe', 'secret\\x0dsafe'],
    ['colours and letters', '\u001b[31mé 😀\u001b[39m', '\u001b[31mé 😀\u001b[39m'],
  ] as const)
    it(`steers no terminal: ${what}`, () => {
      const output = new PassThrough({ encoding: 'utf8' });
      const print = eventPrinter(output as unknown as NodeJS.WriteStream);
      print({ type: 'log', at: 0, api: 'Api', function: 'F', stream: 'stdout', text });
      const line = String(output.read());
      assert.ok(line.endsWith(`F  ${shown}\n`), JSON.stringify(line));
    });
});
