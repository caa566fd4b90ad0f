import assert from 'node:assert/strict';
import { initialState } from '../../client/webview/page-state.ts';
import type { PageState } from '../../client/webview/page-state.ts';
import { receive } from '../../client/webview/receive.ts';
import { restoreView, saveView } from '../../client/webview/saved-view.ts';
import type { PanelState } from '../../core/contracts/panel.ts';
import { first, joined, rows, running, second, stopped } from './chat.ts';

const receiveState = (page: PageState, state: PanelState): PageState =>
  receive(page, { type: 'state', state });

describe('state of the page', () => {
  const page = receiveState(initialState, running);

  it('takes the draft of the host for a new page and for another API only', () => {
    assert.equal(page.draft, running.draft);
    const typed = { ...page, draft: 'typed' };
    assert.equal(receiveState(typed, { ...running, draft: 'older' }).draft, 'typed');
    const address = { uri: 'file:///orders/template.yaml', logicalId: 'OrdersApi' };
    const other = { ...running, draft: 'other', api: { ...api(), address } };
    assert.equal(receiveState(typed, other).draft, 'other');
  });

  it('writes the chosen sample where nobody has written yet', () => {
    const empty = receiveState(initialState, { ...running, draft: '', samples: [] });
    assert.equal(receiveState(empty, { ...running, draft: '' }).draft, running.samples[0]?.text);
    const cleared = { ...page, draft: '' };
    assert.equal(receiveState(cleared, running).draft, '');
  });

  it('sends from what has just opened, keeps what sends, and falls back to the newest that is open', () => {
    const one = receiveState(initialState, { ...running, connections: [first] });
    assert.equal(one.client, 1);
    const two = receiveState(one, { ...running, connections: [first, second] });
    assert.equal(two.client, 2);
    assert.equal(receiveState({ ...two, client: 1 }, running).client, 1);
    const closed = [first, { ...second, open: false }];
    assert.equal(receiveState(two, { ...running, connections: closed }).client, 1);
    assert.equal(receiveState(two, { ...stopped, connections: [] }).client, null);
  });

  it('shows a trace that was asked for, and opens the row of one that was not', () => {
    const withRows = receive(page, { type: 'traffic', rows, reset: true });
    const answered = receive({ ...withRows, selected: 1, asked: [2, 3] }, { type: 'hit', hit: joined });
    assert.deepEqual([answered.selected, answered.asked, answered.hit], [1, [], joined]);
    const opened = receive(withRows, { type: 'hit', hit: joined });
    assert.deepEqual([opened.selected, opened.following], [3, false]);
  });

  it('announces what a person waits for', () => {
    assert.equal(saidBetween(stopped, { ...stopped, run: { state: 'starting' } }), 'Starting.');
    assert.equal(
      saidBetween({ ...running, connections: [] }, { ...running, connections: [first] }),
      `Connection ${first.connectionId} opened.`,
    );
    const ended = { ...running, connections: [{ ...first, open: false, ended: '1009 UNKNOWN' }] };
    assert.equal(
      saidBetween({ ...running, connections: [first] }, ended),
      `Connection ${first.connectionId} closed: 1009 UNKNOWN.`,
    );
  });
});

describe('saved view', () => {
  it('comes back as it was', () => {
    const view = saveView({ ...initialState, pretty: false });
    assert.deepEqual(restoreView(JSON.parse(JSON.stringify(view))), view);
  });

  it('is left where another version saved something else', () => {
    for (const saved of [undefined, null, 1, {}, { filter: {}, form: {}, pretty: true }])
      assert.deepEqual(restoreView(saved), {});
  });
});

function api(): NonNullable<PanelState['api']> {
  assert(running.api);
  return running.api;
}

function saidBetween(before: PanelState, after: PanelState): string {
  return receiveState(receiveState(initialState, before), after).announcement;
}
