import type { BuiltinCall } from './builtins.ts';
import type { Machine } from './machine.ts';
import { joinTexts } from './text-functions.ts';
import { mostItems, type ListValue, type Value } from './value.ts';

/** What a method of a list makes. */
export function callList(
  { name, given, span }: BuiltinCall,
  on: ListValue,
  machine: Machine,
): Value | undefined {
  const [slot] = given.positional;
  const first = slot?.value;
  switch (name) {
    case 'forEach':
    case 'map':
    case 'flatMap': {
      if (!slot || first?.kind !== 'function') return undefined;
      const made = on.items.map((item, index) => {
        const place: Value = { kind: 'plain', span, value: index };
        const positional = [
          { ...slot, value: item },
          { ...slot, value: place },
        ];
        return machine.call(first, { positional, named: given.named });
      });
      const items =
        name === 'flatMap' ? made.flatMap((one) => (one.kind === 'list' ? one.items : [one])) : made;
      return { kind: 'list', span, items: items.slice(0, mostItems) };
    }
    case 'push':
    case 'append':
      if (on.items.length < mostItems) on.items.push(...given.positional.map(({ value }) => value));
      return { kind: 'unknown', span };
    case 'concat': {
      const others = given.positional.flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]));
      return { kind: 'list', span, items: [...on.items, ...others].slice(0, mostItems) };
    }
    case 'filter':
    case 'sort':
    case 'slice':
      return name === 'slice' && given.positional.length > 0 ? undefined : on;
    case 'join':
      return joinTexts(on.items, first?.kind === 'text' ? first.text.value : ',', span);
    default:
      return undefined;
  }
}
