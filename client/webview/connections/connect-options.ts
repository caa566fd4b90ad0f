import * as l10n from '@vscode/l10n';
import type { ConnectOptions } from '../../../core/contracts/panel.ts';

/** What the folded form of the connections holds, as typed. */
export interface ConnectForm {
  readonly query: string;
  /** One `Name: value` a line. */
  readonly headers: string;
  /** Separated by commas. */
  readonly subprotocols: string;
}

/** A form in which nothing is filled in. */
export const emptyForm: ConnectForm = { query: '', headers: '', subprotocols: '' };

/** Reads the form, or gives the sentence that says what is wrong with it; names and subprotocols must be tokens of HTTP (RFC 9110, section 5.6.2). */
export function readConnectForm(form: ConnectForm): ConnectOptions | { readonly problem: string } {
  const headers: [string, string][] = [];
  for (const line of form.headers.split('\n').filter((one) => one.trim() !== '')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    if (colon === -1)
      return { problem: l10n.t('Write headers as "Name: value", one a line: "{0}".', line.trim()) };
    if (!token.test(name)) return { problem: l10n.t('"{0}" is not a header name.', name) };
    headers.push([name, line.slice(colon + 1).trim()]);
  }
  const subprotocols = form.subprotocols
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const wrong = subprotocols.find((one) => !token.test(one));
  if (wrong !== undefined)
    return { problem: l10n.t('"{0}" is not a subprotocol: separate several by commas.', wrong) };
  return { query: form.query.trim().replace(/^\?/, ''), headers: Object.fromEntries(headers), subprotocols };
}

const token = /^[\w!#$%&'*+.^`|~-]+$/;
