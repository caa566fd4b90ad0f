import assert from 'node:assert/strict';
import { sampleFor } from '../../client/sample-for.ts';
import type { RoutedSample } from '../../core/contracts/language.ts';
import type { CommandTarget } from '../../client/views/tree-node.ts';

const samples: readonly RoutedSample[] = [
  { name: 'nope.json', text: '{}', source: 'file', route: null },
  { name: 'join.json', text: '{"action":"join"}', source: 'file', route: 'join' },
  { name: 'join-again.json', text: '{"action":"join"}', source: 'file', route: 'join' },
];

describe('the sample that is sent', () => {
  check({}, 'nope.json');
  check({ routeKey: 'join' }, 'join.json');
  check({ routeKey: 'join', sample: 'join-again.json' }, 'join-again.json');
  check({ routeKey: 'leave' }, undefined);
  check({ sample: 'gone.json' }, undefined);
});

function check(target: CommandTarget, expected: string | undefined): void {
  it(`of ${JSON.stringify(target)} is ${expected}`, () =>
    assert.equal(sampleFor(samples, target)?.name, expected));
}
