import { noSurroundings, openSource, type Surroundings } from '../../core/formats/source.ts';
import { runScript } from '../../core/script/run-script.ts';
import { pathOf, type Value } from '../../core/script/value.ts';

/** Plain data that shows a value: what the program does not define is its dotted name in `<>`. */
export function shown(value: Value): unknown {
  switch (value.kind) {
    case 'text':
      return value.text.value;
    case 'plain':
      return value.value;
    case 'list':
      return value.items.map(shown);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, slot]) => [key, shown(slot.value)]));
    case 'class':
    case 'function':
    case 'instance':
      return `<${value.kind}>`;
    case 'made':
    case 'module':
    case 'part':
    case 'unknown':
      return `<${pathOf(value)}>`;
  }
}

/** What a program does, and what it defines at its top. */
export function run(path: string, text: string, surroundings: Surroundings = noSurroundings) {
  const { made, exported } = runScript(openSource(path, text, surroundings));
  return { made, exported };
}
