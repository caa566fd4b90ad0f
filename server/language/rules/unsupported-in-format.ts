import * as l10n from '@vscode/l10n';
import type { Api, FormatName, Route } from '../../../core/api.ts';
import type { Finding, ProblemRule, Rule } from './rule.ts';

/** Something that API Gateway would take and that the framework of the file cannot say. */
export const unsupportedInFormat: Rule & ProblemRule = {
  code: 'unsupported-in-format',
  severity: 'error',
  check: (subject) => [
    ...subject.api.routes.flatMap((route) => keyFinding(subject.api.format, route)),
    ...stageFindings(subject.api),
    ...subject.texts.flatMap(({ span, spelling }) => {
      const source = subject.text.slice(span.start, span.end);
      const pattern =
        spelling === 'script-template' ? scriptVariable : frameworkVariable(subject.api, spelling);
      const found = pattern?.exec(source);
      if (!found) return [];
      const start = span.start + found.index;
      return [replacedFinding(spelling, { start, end: start + found[0].length }, found[0])];
    }),
  ],
  // A text with code in it cannot be computed, so that there is none to check.
  explain({ span }, text) {
    if (text.charAt(span.start) !== '`') return undefined;
    const found = scriptVariable.exec(text.slice(span.start, span.end));
    if (!found) return undefined;
    const start = span.start + found.index;
    return replacedFinding('script-template', { start, end: start + found[0].length }, found[0]);
  },
};

const scriptVariable = /(?<!\\)\$\{(?:request|context|stageVariables|integration)\b[^}]*\}?/;

function frameworkVariable({ format }: Api, spelling: string): RegExp | undefined {
  const isServerless = format.startsWith('serverless') && !spelling.startsWith('script-');
  return isServerless ? /\$\{(?:request|context|stageVariables|integration)\b[^}]*\}?/ : undefined;
}

function replacedFinding(spelling: string, span: Finding['span'], written: string): Finding {
  if (spelling === 'script-template') {
    return {
      span,
      message: l10n.t(
        'Between backticks `{0}` is code that runs when the program does; use ordinary quotes, or write `\\${`.',
        written,
      ),
      fixes: [
        {
          title: l10n.t('Escape it: \\${…}'),
          edits: [{ span: { start: span.start, end: span.start }, newText: '\\' }],
        },
      ],
    };
  }
  const plain = `$${written.replace(/^\$\{|\}$/g, '')}`;
  return {
    span,
    message: l10n.t(
      'The Serverless Framework takes `{0}` for a variable of its own; write `{1}` without braces.',
      written,
      plain,
    ),
    fixes: [{ title: l10n.t('Write {0}', plain), edits: [{ span, newText: plain }] }],
  };
}

/** Characters of which the framework makes the names of resources. */
function keyFinding(format: FormatName, { routeKey }: Route): Finding[] {
  // What begins with a dollar sign is predefined, or a finding of its own.
  if (!routeKey || routeKey.value === '' || routeKey.value.startsWith('$')) return [];
  if (format === 'sam-websocketapi' && !/^[a-zA-Z0-9]+$/.test(routeKey.value)) {
    return [
      {
        span: routeKey.span,
        message: l10n.t(
          'SAM refuses the route key "{0}": it must be alphanumeric; an AWS::ApiGatewayV2::Route can have it.',
          routeKey.value,
        ),
      },
    ];
  }
  if (format.startsWith('serverless') && /[^\w/.$-]/.test(routeKey.value) && !routeKey.value.includes('${')) {
    return [
      {
        span: routeKey.span,
        message: l10n.t(
          'The Serverless Framework cannot name a resource after the route key "{0}": it may have letters, digits and the characters / - _ . only.',
          routeKey.value,
        ),
      },
    ];
  }
  return [];
}

function stageFindings({ format, stages }: Api): Finding[] {
  if (format !== 'sam-websocketapi') return [];
  return stages
    .filter(({ name }) => name === '$default')
    .map(({ span }) => ({
      span,
      message: l10n.t('SAM refuses it: stages cannot be named $default for WebSocket APIs.'),
    }));
}
