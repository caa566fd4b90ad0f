import { config } from '@vscode/l10n';

// Imported before everything else, as tables of other files are made when they are loaded.
const translations = document.getElementById('translations')?.textContent;
if (translations) config({ contents: translations });
