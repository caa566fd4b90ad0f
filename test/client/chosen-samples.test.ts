import assert from 'node:assert/strict';
import { ChosenSamples, type Memory } from '../../client/chosen-samples.ts';
import { evaluationAddress, evaluationQuery } from '../../client/evaluation-address.ts';

function memoryOf(stored: Record<string, unknown>): Memory {
  return {
    get: (key) => stored[key],
    async update(key, value) {
      // What VS Code remembers is JSON.
      stored[key] = JSON.parse(JSON.stringify(value));
      await Promise.resolve();
    },
  };
}

const join = { uri: 'file:///a.yaml', logicalId: 'Chat', sample: 'join.json' };

describe('chosen samples', () => {
  it('are remembered in the next window, one for each API', async () => {
    const stored = {};
    const chosen = new ChosenSamples(memoryOf(stored));
    const other = { ...join, logicalId: 'Other', sample: 'x.json' };
    for (const choice of [join, other, { ...join, sample: 'leave.json' }]) await chosen.choose(choice);
    assert.deepEqual(new ChosenSamples(memoryOf(stored)).all, [{ ...join, sample: 'leave.json' }, other]);
  });

  for (const remembered of [undefined, null, 'x', {}, [null, 1, { uri: 'a' }]]) {
    it(`are none where ${JSON.stringify(remembered)} is remembered`, () =>
      assert.deepEqual(new ChosenSamples(memoryOf({ chosenSamples: remembered })).all, []));
  }
});

describe('the address of a document that evaluates samples', () => {
  it('names the API', () => {
    const address = { uri: 'file:///a%20b.yaml', logicalId: 'Chat "1"' };
    assert.deepEqual(evaluationAddress(evaluationQuery(address)), address);
  });

  for (const query of ['', '{}', 'null', '{"uri":1,"logicalId":"a"}']) {
    it(`names none in ${query || 'an empty query'}`, () => assert.equal(evaluationAddress(query), undefined));
  }
});
