import type { BuiltinCall } from './builtins.ts';
import type { MapValue, Slot, Value } from './value.ts';

/** What a method of a map makes, or a function that takes a map or a list. */
export function callMap(
  { name, path, given, span }: BuiltinCall,
  on: MapValue | undefined,
): Value | undefined {
  const [first, second] = given.positional.map(({ value }) => value);
  if (on && name === 'get') {
    return (first?.kind === 'text' ? on.entries.get(first.text.value)?.value : undefined) ?? second;
  }
  if (!on && path === 'dict') return { ...given.named, span };
  if (!on && first?.kind === 'list') return path === 'enumerate' ? enumerated(first.items, span) : first;
  const map = on ?? (first?.kind === 'map' ? first : undefined);
  if (!map) return undefined;
  const slots = [...map.entries.values()];
  const how = on ? name : path;
  if (/^(?:Object\.)?(?:freeze|assign|copy)$/.test(how)) return map;
  if (/^(?:Object\.)?keys$|^(?:list|sorted|tuple|set)$/.test(how))
    return { kind: 'list', span, items: slots.map(keyOf) };
  if (/^(?:Object\.)?values$/.test(how))
    return { kind: 'list', span, items: slots.map(({ value }) => value) };
  if (!/^(?:Object\.entries|items)$/.test(how)) return undefined;
  const items = slots.map((slot): Value => ({
    kind: 'list',
    span: slot.span,
    items: [keyOf(slot), slot.value],
  }));
  return { kind: 'list', span, items };
}

function keyOf({ key }: Slot): Value {
  return { kind: 'text', span: key.span, text: key, pieces: [key.value] };
}

function enumerated(items: readonly Value[], span: Value['span']): Value {
  const pairs = items.map((item, value): Value => ({
    kind: 'list',
    span,
    items: [{ kind: 'plain', span, value }, item],
  }));
  return { kind: 'list', span, items: pairs };
}
