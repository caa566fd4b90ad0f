import * as l10n from '@vscode/l10n';
import type { Rule } from './rule.ts';

/** An address that a template gives to clients and that lacks the stage. */
export const urlWithoutStage: Rule = {
  code: 'url-without-stage',
  severity: 'warning',
  check: ({ api, text }) => {
    const address = `wss://\${${api.logicalId}}.execute-api.`;
    if (!text.includes(address)) return [];
    const pattern =
      /^\s*"?Value"?:[^\n]*?(wss:\/\/\$\{(\w+)\}\.execute-api\.[^/\s"']+)\/?["']?[ \t\r}]*,?$/gm;
    return [...text.matchAll(pattern)]
      .filter(([, , name]) => name === api.logicalId)
      .map(({ 0: line, 1: url = '', index }) => {
        const start = index + line.indexOf(url);
        return {
          span: { start, end: start + url.length },
          message: l10n.t(
            'The stage is missing at the end of the address, and a handshake without it is answered with 403; add /{stage}.',
          ),
        };
      });
  },
};
