import * as l10n from '@vscode/l10n';
import type { Span } from '../../../core/span.ts';
import type { Finding, ProblemRule, Rule } from './rule.ts';

/**
 * A `${…}` that Terraform would replace before API Gateway sees it. Most such texts cannot be computed at all, so
 * that they are looked for in the file itself, and explain why it could not be read.
 */
export const hclNeedsEscape: Rule & ProblemRule = {
  code: 'hcl-needs-escape',
  severity: 'error',
  check: ({ api, text }) =>
    api.format.startsWith('terraform') ? findingsIn(text, { start: 0, end: text.length }) : [],
  explain: ({ span }, text, kinds) => (kinds.has('terraform') ? findingsIn(text, span)[0] : undefined),
};

const reference =
  /(?<!\$)\$\{\s*(?:request\.(?:body|header|querystring|path)|context\.(?:connectionId|authorizer|identity|requestId|routeKey|stage)|integration\.response|stageVariables)\b[^}\n]*\}?/g;

function findingsIn(text: string, { start, end }: Span): Finding[] {
  return [...text.slice(start, end).matchAll(reference)]
    .map(({ 0: written, index }) => ({ written, at: start + index }))
    .filter(({ at }) => !isInComment(text, at))
    .map(({ written, at }) => ({
      span: { start: at, end: at + written.length },
      message: l10n.t(
        'Terraform takes `{0}` for a reference of its own and fails; write `$${` so that API Gateway gets it.',
        written,
      ),
      fixes: [
        {
          title: l10n.t('Escape it for Terraform: $${…}'),
          edits: [{ span: { start: at, end: at }, newText: '$' }],
        },
      ],
    }));
}

function isInComment(text: string, offset: number): boolean {
  return /^\s*(?:#|\/\/)/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset));
}
