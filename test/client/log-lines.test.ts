import assert from 'node:assert/strict';
import { logLines } from '../../client/log-lines.ts';

describe('lines of the log', () => {
  it('are what functions write and what the emulator says, each with its level', () =>
    assert.deepEqual(
      logLines([
        { type: 'log', at: 1, api: 'Chat', function: 'Talk', stream: 'stderr', text: 'no room\n' },
        { type: 'disconnected', at: 2, api: 'Chat', connectionId: 'one=', code: 1000, reason: '' },
        { type: 'notice', at: 3, level: 'warning', text: 'join is answered by an echo.' },
      ]),
      [
        { text: 'Talk: no room', level: 'info' },
        { text: 'join is answered by an echo.', level: 'warning' },
      ],
    ));
});
