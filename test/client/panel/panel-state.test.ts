import assert from 'node:assert/strict';
import { panelState } from '../../../client/panel/panel-state.ts';
import { Session } from '../../../client/session.ts';
import { sketchApi } from '../sketches.ts';

const uri = 'file:///my%20chat/template.yaml';

describe("the panel's state", () => {
  it('shows nothing but a stopped run where there is no API', () => {
    const state = panelState(new Session(() => 10), undefined, true);
    assert.deepEqual(state, {
      apis: [],
      run: { state: 'stopped' },
      connections: [],
      samples: [],
      draft: '',
    });
  });

  it('shows the wanted API with its expression and route keys', () => {
    const { api, apis } = panelState(twoApis(), { uri, logicalId: 'News' }, true);
    assert.deepEqual(api, {
      address: { uri, logicalId: 'News' },
      name: 'news',
      routeSelectionExpression: '$request.body.action',
      routeKeys: ['publish'],
    });
    assert.deepEqual(
      apis.map(({ name, file }) => `${name} ${file}`),
      ['chat template.yaml', 'news template.yaml'],
    );
  });

  it('falls back to the first API where the wanted one is gone', () => {
    assert.equal(panelState(twoApis(), { uri, logicalId: 'Gone' }, true).api?.name, 'chat');
  });

  it('says why handlers do not run where the folder is not trusted', () => {
    assert.match(panelState(twoApis(), undefined, false).restricted ?? '', /not trusted/);
  });
});

function twoApis(): Session {
  const session = new Session(() => 10);
  session.define([
    { uri, apis: [sketchApi('Chat', ['join']), sketchApi('News', ['publish'])], problems: [] },
  ]);
  return session;
}
