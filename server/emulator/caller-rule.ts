import type { IncomingMessage } from 'node:http';
import type { Run } from './run.ts';

/**
 * Whether a request may be answered. Every web page that the person has open can send requests to this machine, and
 * handlers run with the person's rights: so only programs and pages of this machine call, and pages of origins that
 * the person has allowed. The `Host` must be one of ours, or a name that a page has bound to this address would do.
 * AWS accepts everybody, and so does `*` in the list. A refusal is told once.
 */
export function mayCall(run: Run, { headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  if (run.allowedOrigins.includes('*')) return true;
  if (
    !isLoopback(`http://${host}`) &&
    !run.apis.some(({ domainName }) => domainName === host.toLowerCase())
  ) {
    tell(
      run,
      `A request for the host ${shown(host)} got 403 Forbidden: it is not a name of this machine.`,
      '*',
    );
    return false;
  }
  if (origin === undefined || isLoopback(origin) || run.allowedOrigins.includes(origin)) return true;
  tell(run, `A web page of ${shown(origin)} got 403 Forbidden: its origin is not allowed.`, shown(origin));
  return false;
}

function tell(run: Run, what: string, allow: string): void {
  const how = `Allow it with the setting routescope.allowedOrigins, or --allow-origin ${allow}.`;
  run.tell('warning', `${what} ${how}`, undefined, what.startsWith('A web') ? 'origin' : 'host');
}

/** Whether an origin is this machine's, on any port. */
function isLoopback(origin: string): boolean {
  return /^https?:\/\/(?:(?:[\w-]+\.)*localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(origin);
}

function shown(text: string): string {
  return text.slice(0, 200);
}
