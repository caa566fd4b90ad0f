import type { Closing } from './connections.ts';

/** Code and reason that `$disconnect` gets for the end of a connection that the client began. */
export function closingOf(code: number, reason: string): Closing {
  if (code === 1005) return { code, reason: 'Client-side close frame status not set' };
  if (code === 1006) return { code, reason: 'Connection closed abnormally' };
  return { code, reason };
}

/** Code and reason for bytes that `ws` refuses; it sends the code to the client itself. */
export function closingOfError(error: Error): Closing | undefined {
  const kind = 'code' in error ? String(error.code) : '';
  if (kind === 'WS_ERR_INVALID_UTF8') return { code: 1007, reason: 'Invalid UTF-8' };
  if (/^WS_ERR_UNSUPPORTED_(?:MESSAGE|DATA_PAYLOAD)_LENGTH$/.test(kind))
    return { code: 1009, reason: 'Message too big' };
  if (kind.startsWith('WS_ERR_')) return { code: 1002, reason: 'Protocol error' };
  // A socket that breaks: its end is seen by the close that follows.
  return undefined;
}
