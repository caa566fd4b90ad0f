import { emulator } from './emulator.ts';
import { expressions } from './expressions.ts';
import { formats } from './formats.ts';
import { language } from './language.ts';
import { print } from './row.ts';

const sections = { expressions, formats, language, emulator };

const asked = process.argv.slice(2);
for (const [name, section] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(name);
  for await (const row of section()) print(row);
}
