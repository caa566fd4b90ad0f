import * as l10n from '@vscode/l10n';
import type { PanelState, TrafficRow } from '../../core/contracts/panel.ts';
import type { Hit } from '../../core/routing/trace.ts';
import { emptyForm, readConnectForm } from './connections/connect-options.ts';
import type { ConnectForm } from './connections/connect-options.ts';
import { showAll } from './traffic/filter-rows.ts';
import type { Filter } from './traffic/filter-rows.ts';
import { emptyLog } from './traffic/traffic-log.ts';
import type { TrafficLog } from './traffic/traffic-log.ts';

/** Everything that the page is drawn from. */
export interface PageState {
  /** What the host says; null until its first message. */
  readonly host: PanelState | null;
  readonly log: TrafficLog;
  readonly filter: Filter;
  /** The rows of the log that pass the filter. */
  readonly visible: readonly TrafficRow[];
  /** Whether the log stays at its newest row. */
  readonly following: boolean;
  /** Where the log is to be scrolled when it is drawn next; null leaves it where it is. */
  readonly scrollTo: number | null;
  readonly scrollTop: number;
  readonly viewportHeight: number;
  /** The id of the row whose details are open. */
  readonly selected: number | null;
  /** The latest trace that the host sent; it belongs to the selected row if the ids fit. */
  readonly hit: Hit | null;
  /** Hits whose traces the page asked for, and the last one that the host no longer has. */
  readonly asked: readonly number[];
  readonly missing: number | null;
  /** Whether the details show JSON with one member a line. */
  readonly pretty: boolean;
  readonly draft: string;
  /** Nobody has written yet, so a sample may stand in. */
  readonly untouched: boolean;
  /** How many messages back in history the draft is; 0 is what is being written. */
  readonly historyDepth: number;
  /** What was being written when history was opened. */
  readonly written: string;
  readonly form: ConnectForm;
  /** The client that sends; null where none can. */
  readonly client: number | null;
  /** What a screen reader should say now. */
  readonly announcement: string;
}

/** The page before the host has said anything. */
export const initialState: PageState = {
  host: null,
  log: emptyLog,
  filter: showAll,
  visible: [],
  following: true,
  scrollTo: null,
  scrollTop: 0,
  viewportHeight: 0,
  selected: null,
  hit: null,
  asked: [],
  missing: null,
  pretty: true,
  draft: '',
  untouched: true,
  historyDepth: 0,
  written: '',
  form: emptyForm,
  client: null,
  announcement: '',
};

/** The row whose details are open. */
export function selectedRow({ selected, log }: PageState): TrafficRow | undefined {
  return selected === null ? undefined : log.rows.find((row) => row.id === selected);
}

/** The sentence that says why nothing can be sent now; undefined where something can. */
export function sendObstacle(state: PageState): string | undefined {
  if (state.host?.run.state !== 'running') return l10n.t('Start the API first.');
  const options = readConnectForm(state.form);
  return state.client === null && 'problem' in options ? options.problem : undefined;
}
