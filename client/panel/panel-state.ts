import * as l10n from '@vscode/l10n';
import { basename } from 'node:path/posix';
import { routeKeysOf } from '../../core/api.ts';
import type { ApiAddress } from '../../core/contracts/language.ts';
import type { PanelState } from '../../core/contracts/panel.ts';
import { nameOf } from '../name-of.ts';
import type { KnownApi, Session } from '../session.ts';

/** Why handlers do not run in a workspace that people do not trust, and what happens instead. */
export const restrictedSentence = l10n.t(
  'This folder is not trusted, so its handlers do not run: messages are routed, and an echo answers them.',
);

/** What the panel shows of one API; of the first there is where the address leads nowhere. */
export function panelState(session: Session, wanted: ApiAddress | undefined, trusted: boolean): PanelState {
  const known = shownApi(session, wanted);
  const apis = session.apis.map(({ address, api }) => ({
    address,
    name: nameOf(api),
    file: basename(decodeURIComponent(address.uri)),
  }));
  const restricted = trusted ? {} : { restricted: restrictedSentence };
  if (!known)
    return { ...restricted, apis, run: { state: 'stopped' }, connections: [], samples: [], draft: '' };
  const { address, api } = known;
  const { state, connections, samples, draft } = session.runOf(address);
  return {
    ...restricted,
    apis,
    api: {
      address,
      name: nameOf(api),
      routeSelectionExpression: api.routeSelectionExpression?.value ?? '',
      routeKeys: routeKeysOf(api),
    },
    run: state,
    connections,
    samples,
    draft,
  };
}

/** The API at the address, else the first of the workspace. */
export function shownApi(session: Session, wanted: ApiAddress | undefined): KnownApi | undefined {
  return (wanted && session.find(wanted)) ?? session.apis[0];
}
