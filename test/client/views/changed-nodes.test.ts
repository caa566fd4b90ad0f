import assert from 'node:assert/strict';
import { changedNodes } from '../../../client/views/changed-nodes.ts';
import type { TreeNode } from '../../../client/views/tree-node.ts';

const join = node('join', []);
const hit = node('hit', []);
const chat = node('chat', [join, node('leave', [])]);
const file = node('file', [chat]);

describe('lines to draw anew', () => {
  check('nothing where nothing changed', [file], [{ ...file }], []);
  check('a line whose words changed', [file], [node('file', [{ ...chat, label: 'Chat' }])], ['chat']);
  check(
    'a line that got another one below it',
    [file],
    [node('file', [node('chat', [node('join', [hit]), node('leave', [])])])],
    ['join'],
  );
  check(
    'several lines',
    [file],
    [node('file', [node('chat', [node('join', [hit]), node('leave', [hit])])])],
    ['join', 'leave'],
  );
  check('everything where files came or went', [file], [file, node('other', [])], undefined);
});

function check(
  title: string,
  before: readonly TreeNode[],
  after: readonly TreeNode[],
  expected: readonly string[] | undefined,
): void {
  it(title, () => assert.deepEqual(changedNodes(before, after), expected));
}

function node(id: string, children: readonly TreeNode[]): TreeNode {
  return { id, label: id, icon: 'file', context: 'file', children };
}
