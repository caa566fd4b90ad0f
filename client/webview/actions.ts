import * as l10n from '@vscode/l10n';
import type { ApiAddress } from '../../core/contracts/language.ts';
import type { FromPage } from '../../core/contracts/panel.ts';
import { messageHistory } from './composer/message-history.ts';
import { readConnectForm } from './connections/connect-options.ts';
import type { ConnectForm } from './connections/connect-options.ts';
import { formatJson } from './format/json.ts';
import { selectedRow, sendObstacle } from './page-state.ts';
import type { Store } from './store.ts';
import { filterRows } from './traffic/filter-rows.ts';
import type { Filter } from './traffic/filter-rows.ts';
import { scrollToShow } from './traffic/virtual-window.ts';

/** Everything that people can do in the page. */
export type Actions = ReturnType<typeof createActions>;

/** The actions over a store; what concerns the host goes out through `post`. */
export function createActions(store: Store, post: (message: FromPage) => void) {
  const edit = (draft: string, historyDepth = 0): void => {
    store.set({ draft, historyDepth, untouched: false });
    post({ type: 'draft', text: draft });
  };
  const askForTrace = (): void => {
    const { hit, asked, missing } = store.state;
    const wanted = selectedRow(store.state)?.hit;
    if (wanted === undefined || [hit?.id, missing, ...asked].includes(wanted)) return;
    store.set({ asked: [...asked, wanted] });
    post({ type: 'showHit', hit: wanted });
  };
  const select = (id: number | null): void => {
    const { visible, scrollTop, viewportHeight } = store.state;
    const index = visible.findIndex((row) => row.id === id);
    const row = visible[index];
    store.set({
      selected: id,
      // A log that runs on would carry the opened row away.
      ...(row && { following: false, scrollTo: scrollToShow(index, scrollTop, viewportHeight) }),
    });
    askForTrace();
  };
  return {
    start: () => post({ type: 'start' }),
    stop: () => post({ type: 'stop' }),
    chooseApi: (address: ApiAddress) => post({ type: 'chooseApi', address }),
    openRoute: (routeKey: string) => post({ type: 'openRoute', routeKey }),
    copy: (text: string) => {
      post({ type: 'copy', text });
      announce(store, l10n.t('Copied.'));
    },

    fillForm: (change: Partial<ConnectForm>) => store.set({ form: { ...store.state.form, ...change } }),
    connect: () => {
      const options = readConnectForm(store.state.form);
      if (!('problem' in options) && store.state.host?.run.state === 'running')
        post({ type: 'connect', ...options });
    },
    disconnect: (client: number) => post({ type: 'disconnect', client }),
    chooseClient: (client: number) => store.set({ client }),

    saveSample: (text: string) => post({ type: 'saveSample', text }),
    manageTrust: () => post({ type: 'manageTrust' }),

    edit,
    chooseSample: (name: string) => {
      const sample = store.state.host?.samples.find((one) => one.name === name);
      if (!sample) return;
      post({ type: 'chooseSample', name });
      edit(sample.text);
    },
    formatDraft: () => {
      const formatted = formatJson(store.state.draft);
      if (formatted === undefined) announce(store, l10n.t('Not JSON, left as it is.'));
      else edit(formatted);
    },
    recall: (towardsOlder: boolean) => {
      const { log, historyDepth, draft } = store.state;
      const history = messageHistory(log.rows);
      const depth = Math.min(history.length, historyDepth + (towardsOlder ? 1 : -1));
      if (depth < 0 || depth === historyDepth) return;
      if (historyDepth === 0) store.set({ written: draft });
      edit(history[depth - 1] ?? store.state.written, depth);
    },
    send: () => {
      const { client, draft: text, form } = store.state;
      if (sendObstacle(store.state) !== undefined) return;
      const options = readConnectForm(form);
      if (client !== null) post({ type: 'send', client, text });
      else if (!('problem' in options)) post({ type: 'connectAndSend', text, ...options });
      store.set({ historyDepth: 0, following: true });
    },

    filter: (change: Partial<Filter>) => {
      const filter = { ...store.state.filter, ...change };
      store.set({ filter, visible: filterRows(store.state.log.rows, filter) });
    },
    clear: () => {
      post({ type: 'clear' });
      store.set({ selected: null });
    },
    scrolled: (scrollTop: number, viewportHeight: number, following: boolean) =>
      store.set({ scrollTop, viewportHeight, following }),
    follow: () => store.set({ following: true }),
    select,
    askForTrace,
    selectBeside: (rows: number) => {
      const { visible, selected } = store.state;
      const index = visible.findIndex((row) => row.id === selected);
      const from = index === -1 ? (rows > 0 ? -1 : visible.length) : index;
      const next = visible[Math.min(visible.length - 1, Math.max(0, from + rows))];
      if (next) select(next.id);
    },
    showPretty: (pretty: boolean) => store.set({ pretty }),
    reuse: () => {
      const row = selectedRow(store.state);
      if (row) edit(row.text);
    },
  };
}

function announce(store: Store, announcement: string): void {
  // The same sentence twice is read twice only if it differs.
  const again = store.state.announcement === announcement ? `${announcement}\u00a0` : announcement;
  store.set({ announcement: again });
}
