import type { Connection } from 'vscode-languageserver/node';
import type { Notification } from '../../core/contracts/message.ts';

/** Handles a notification of our own contract; a failure is logged. */
export function onMessage<Params>(
  connection: Connection,
  message: Notification<Params>,
  handle: (params: Params) => void,
): void {
  connection.onNotification(message.method, (params: Params) => {
    try {
      handle(params);
    } catch (error) {
      connection.console.error(String(error));
    }
  });
}

/** Sends a notification of our own contract. */
export async function send<Params>(
  connection: Connection,
  message: Notification<Params>,
  params: NoInfer<Params>,
): Promise<void> {
  await connection.sendNotification(message.method, params);
}
