import * as l10n from '@vscode/l10n';
import type { ApiAddress } from '../core/contracts/language.ts';
import type { ConnectOptions } from '../core/contracts/panel.ts';
import type { Session } from './session.ts';
import { fileURLToPath } from 'node:url';

/** Opens a test client; gives its number, or undefined where the handshake was refused, which the session then shows. */
export async function openTestClient(
  session: Session,
  address: ApiAddress,
  handshake: Partial<ConnectOptions> = {},
): Promise<number | undefined> {
  const run = session.runOf(address);
  if (!run.emulator) throw new Error(l10n.t('{0} is not running.', session.nameOf(address)));
  const outcome = await run.emulator.openClient({
    api: address.logicalId,
    file: fileURLToPath(address.uri),
    ...(handshake.query && { query: handshake.query }),
    headers: handshake.headers ?? {},
    subprotocols: handshake.subprotocols ?? [],
  });
  if (outcome.outcome === 'opened') return outcome.client;
  session.refuse(run, Date.now(), outcome.status, outcome.body);
  return undefined;
}

/** Sends a message from the newest open test client, opening one where there is none. */
export async function sendFromTestClient(
  session: Session,
  address: ApiAddress,
  text: string,
  handshake?: Partial<ConnectOptions>,
): Promise<void> {
  const run = session.runOf(address);
  const open = run.connections.findLast((connection) => connection.open && connection.client !== undefined);
  const client = open?.client ?? (await opened());
  if (client === undefined)
    throw new Error(
      l10n.t('The connection to {0} was refused, so nothing was sent.', session.nameOf(address)),
    );
  if (!run.emulator) throw new Error(l10n.t('{0} is not running.', session.nameOf(address)));
  await run.emulator.send(client, text);

  // Messages that come while a handshake waits for `$connect` share its client.
  function opened(): Promise<number | undefined> {
    run.opening ??= openTestClient(session, address, handshake).finally(() => delete run.opening);
    return run.opening;
  }
}
