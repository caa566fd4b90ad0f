import assert from 'node:assert/strict';
import { Session } from '../../../client/session.ts';
import { routeTree } from '../../../client/views/route-tree.ts';
import type { TreeNode } from '../../../client/views/tree-node.ts';
import type { Hit } from '../../../core/routing/trace.ts';
import { sketchApi, sketchHit } from '../sketches.ts';

const uri = 'file:///projects/chat/template.yaml';
const address = { uri, logicalId: 'Chat' };

describe('the tree', () => {
  it('shows file, API and routes in the order of the file', () =>
    check(
      [],
      `
      template.yaml  chat
        chat  stopped
          $connect
          join
          $default
      `,
    ));

  it('shows hits under their route, the newest first, and how many there were', () =>
    check(
      [
        sketchHit(1, {
          eventType: 'CONNECT',
          message: '',
          value: null,
          route: '$connect',
          milliseconds: 4.25,
        }),
        sketchHit(2),
        sketchHit(3, { connectionId: 'two=' }),
      ],
      `
      template.yaml  chat
        chat  stopped
          $connect  1 hit
            TIME  200  4.3 ms  one=
          join  2 hits
            TIME  "join"  200  12 ms  two=
            TIME  "join"  200  12 ms  one=
          $default
      `,
    ));

  it('shows the values of messages that matched nothing', () =>
    check(
      [
        sketchHit(1, { value: 'nope', route: null, ok: false, result: 'Forbidden' }),
        sketchHit(2, { value: null, route: null, ok: false, result: 'Forbidden' }),
      ],
      `
      template.yaml  chat
        chat  stopped
          $connect
          join
          $default
          No route  2 messages  !
            not evaluated  TIME  Forbidden  one=  !
            "nope"  TIME  Forbidden  one=  !
      `,
    ));

  it('marks a route whose latest hit failed', () =>
    check(
      [sketchHit(1), sketchHit(2, { ok: false, result: 'Internal server error' })],
      `
      template.yaml  chat
        chat  stopped
          $connect
          join  2 hits  !
            TIME  "join"  Internal server error  12 ms  one=  !
            TIME  "join"  200  12 ms  one=
          $default
      `,
    ));

  it('lists the latest ten hits of a route', () => {
    const tree = treeAfter(Array.from({ length: 30 }, (_, index) => sketchHit(index + 1)));
    const join = tree[0]?.children?.[0]?.children?.[1];
    assert.equal(join?.description, '30 hits');
    assert.equal(join?.children?.length, 10);
  });

  it('says what could not be read, and hides files that say nothing', () => {
    const session = new Session(() => 10);
    session.define([
      { uri, apis: [], problems: [{ message: 'This is not YAML.', span: { start: 3, end: 4 } }] },
      { uri: 'file:///projects/other.yaml', apis: [], problems: [] },
    ]);
    const tree = routeTree(
      session.definitions,
      (one) => session.runOf(one),
      () => 'template.yaml',
    );
    assert.deepEqual(outline(tree), ['template.yaml', '  This is not YAML.  !']);
  });

  it('gives every line an id of its own', () => {
    const ids = flat(treeAfter([sketchHit(1), sketchHit(2, { route: null })])).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('shows the address and the connections of a running API', () => {
    const session = sessionWith([]);
    const run = session.runOf(address);
    session.setState(run, { state: 'running', url: 'ws://127.0.0.1:3001/prod', connections: 'http://x' });
    session.apply(run, [
      { type: 'connected', at: 1, api: 'Chat', connectionId: 'one=', sourceIp: '127.0.0.1' },
    ]);
    assert.equal(build(session)[0]?.children?.[0]?.description, '1 connection  :3001/prod');
  });
});

function check(hits: readonly Hit[], expected: string): void {
  const lines = expected.split('\n').filter((line) => line.trim());
  const margin = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  assert.deepEqual(
    outline(treeAfter(hits)),
    lines.map((line) => line.slice(margin).trimEnd()),
  );
}

function treeAfter(hits: readonly Hit[]): readonly TreeNode[] {
  return build(sessionWith(hits));
}

function sessionWith(hits: readonly Hit[]): Session {
  const session = new Session(() => 100);
  session.define([{ uri, apis: [sketchApi('Chat', ['$connect', 'join', '$default'])], problems: [] }]);
  session.apply(
    session.runOf(address),
    hits.map((hit) => ({ type: 'hit', hit })),
  );
  return session;
}

function build(session: Session): readonly TreeNode[] {
  return routeTree(
    session.definitions,
    (one) => session.runOf(one),
    () => 'chat/template.yaml',
  );
}

function outline(nodes: readonly TreeNode[], margin = ''): string[] {
  return nodes.flatMap(({ label, description, color, children = [] }) => {
    const bad = color !== undefined && color !== 'testing.iconPassed' ? '!' : undefined;
    const line = [label, description, bad].filter(Boolean).join('  ');
    return [margin + line.replace(/\d\d:\d\d:\d\d/, 'TIME'), ...outline(children, `${margin}  `)];
  });
}

function flat(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...flat(node.children ?? [])]);
}
