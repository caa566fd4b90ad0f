import { existsSync } from 'node:fs';
import { config } from '@vscode/l10n';

// Imported before everything else, as tables of other files are made when they are loaded. The client names the
// file; from a terminal there is none, and the sentences stay English.
const bundle = process.env['ROUTESCOPE_TRANSLATIONS'];
if (bundle !== undefined && existsSync(bundle)) config({ fsPath: bundle });
