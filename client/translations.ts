import { l10n } from 'vscode';

/** What tells our other programs the language of the window. */
export function translationEnvironment(): Readonly<Record<string, string>> {
  return l10n.uri ? { ROUTESCOPE_TRANSLATIONS: l10n.uri.fsPath } : {};
}
