import * as l10n from '@vscode/l10n';
import type { Diagnostic } from './diagnose.ts';
import type { Finding } from './rules/rule.ts';
import { type Silencing, silencingsIn } from './silencings.ts';

/** Findings, those that a comment silences apart, and comments that silence nothing. */
export interface Silence {
  readonly shown: readonly Diagnostic[];
  readonly silenced: readonly Diagnostic[];
  readonly unused: readonly Finding[];
}

/** Takes out what the comments of the text silence. */
export function silence(diagnostics: readonly Diagnostic[], text: string): Silence {
  const silencings = silencingsIn(text);
  if (silencings.length === 0) return { shown: diagnostics, silenced: [], unused: [] };
  const used = new Set<Silencing>();
  const byCode = new Map<string, Silencing[]>();
  for (const one of silencings) {
    const ofCode = byCode.get(one.code);
    if (ofCode) ofCode.push(one);
    else byCode.set(one.code, [one]);
  }
  const isSilenced = ({ code, span }: Diagnostic) => {
    const found = (byCode.get(code) ?? []).filter(
      ({ lines }) => span.start >= lines.start && span.start <= lines.end,
    );
    for (const one of found) used.add(one);
    return found.length > 0;
  };
  const silenced = new Set(diagnostics.filter(isSilenced));
  const shown = diagnostics.filter((one) => !silenced.has(one));
  const unused = silencings
    .filter((one) => !used.has(one))
    .map(({ code, span }) => ({
      span,
      message:
        code === ''
          ? l10n.t('This comment silences nothing: it names no code.')
          : l10n.t('There is no "{0}" to silence here; remove it from the comment.', code),
      unnecessary: true as const,
    }));
  return { shown, silenced: [...silenced], unused };
}
