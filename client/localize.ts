import { config } from '@vscode/l10n';
import { l10n } from 'vscode';

// Imported before everything else: tables of other files are in the language of the window from the start.
if (l10n.bundle) config({ contents: l10n.bundle });
