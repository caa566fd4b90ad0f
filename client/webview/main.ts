import './localize.ts';
import { render } from 'lit/html.js';
import type { ToPage } from '../../core/contracts/panel.ts';
import { createActions } from './actions.ts';
import { acquireBridge } from './bridge.ts';
import { pageView } from './page-view.ts';
import { initialState } from './page-state.ts';
import { receive } from './receive.ts';
import { restoreView, saveView } from './saved-view.ts';
import { createStore } from './store.ts';
import { adoptStyles } from './styles.ts';
import { scrollLog } from './traffic/scroll-log.ts';

const bridge = acquireBridge();
const store = createStore({ ...initialState, ...restoreView(bridge.getState()) }, draw);
const actions = createActions(store, (message) => bridge.postMessage(message));

let saved = '';
let opened = store.state.selected;
adoptStyles(document);
draw();
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  const { selected } = store.state;
  store.set(receive(store.state, data));
  // A narrow panel has the details below what is seen; they are drawn in the coming frame, before this is called.
  if (data.type === 'hit' && store.state.selected !== selected)
    requestAnimationFrame(() => document.querySelector('.details')?.scrollIntoView({ block: 'nearest' }));
  // The hit of an opened message may become known only now.
  actions.askForTrace();
});
bridge.postMessage({ type: 'ready' });

function draw(): void {
  render(pageView(store.state, actions), document.body);
  scrollLog(document, store);
  if (store.state.selected !== opened) {
    opened = store.state.selected;
    // In a narrow page the details are below the log, where nobody would notice them.
    document.querySelector('.details')?.scrollIntoView({ block: 'nearest' });
  }
  const view = saveView(store.state);
  if (JSON.stringify(view) === saved) return;
  saved = JSON.stringify(view);
  bridge.setState(view);
}
