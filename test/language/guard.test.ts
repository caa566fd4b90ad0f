import assert from 'node:assert/strict';
import { CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { guard } from '../../server/language/guard.ts';

describe('handlers of requests', () => {
  it('answer', async () => {
    const answer = guard(assert.fail, (text: string) => text.length);
    assert.equal(await answer('four', CancellationToken.None), 4);
  });

  it('that fail are logged and answer null', async () => {
    const log: string[] = [];
    const answer = guard(
      (text) => log.push(text),
      () => {
        throw new Error('broken');
      },
    );
    assert.equal(await answer({}, CancellationToken.None), null);
    assert.match(log.join('\n'), /^Error: broken/);
  });

  it('that were cancelled are not computed', async () => {
    const answer = guard(assert.fail, () => assert.fail('computed'));
    const given = await answer({}, CancellationToken.Cancelled);
    assert.ok(given instanceof ResponseError);
    assert.equal(given.code, LSPErrorCodes.RequestCancelled);
  });
});
