import * as l10n from '@vscode/l10n';
import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** Makes a handler of the editor's requests: cancelled ones are not computed, failing ones are logged and answer null. */
export function guard<Params, Answer>(
  log: (text: string) => void,
  answer: (params: Params) => Answer | Promise<Answer>,
): (params: Params, token: CancellationToken) => Promise<Answer | null | ResponseError> {
  return async (params, token) => {
    // A cancellation that came in one piece with the request is seen only after this turn.
    await setImmediate();
    if (token.isCancellationRequested) {
      return new ResponseError(LSPErrorCodes.RequestCancelled, l10n.t('The request was cancelled.'));
    }
    try {
      return await answer(params);
    } catch (error) {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return null;
    }
  };
}
