import { sectionEntry } from './lookups.ts';
import { entryOf, isNull, outerOf, textOf, valueAt, type Node } from '../../syntax/node.ts';
import type { Text, TextPiece } from '../../text.ts';
import { callOf, dotted, getAttOf, type Piece, type Reference } from './intrinsics.ts';
import { jsonOf } from './json-of.ts';
import { pseudoParameters } from './pseudo-parameters.ts';
import { subSegments, subText } from './sub.ts';
import type { Template } from './template.ts';

// References in a circle end at the first limit, aliases of aliases of functions at the second.
const maximumDepth = 50;
const maximumSteps = 10_000;

/** The value behind `Fn::If`, `Fn::FindInMap`, `Fn::Select` and parameters with defaults; undefined for `AWS::NoValue`. */
export function follow(node: Node | undefined, template: Template, depth = 0): Node | undefined {
  const call = callOf(node);
  if (!call || isTooMuch(template, depth)) return isNull(node) ? undefined : node;
  const { name, argument } = call;
  const items = argument.kind === 'list' ? argument.items : [];
  const text = (one: Node | undefined) => staticText(one, template, depth + 1);
  const followed = (one: Node | undefined) => (one ? follow(one, template, depth + 1) : node);
  switch (name) {
    case 'Ref':
      if (argument.kind !== 'scalar') return node;
      if (argument.value === 'AWS::NoValue') return undefined;
      return followed(defaultOf(argument.value, template));
    case 'GetAtt':
      return followed(outputOf(getAttOf(argument), template));
    case 'If': {
      const [condition, yes, no] = items;
      const known = condition?.kind === 'scalar' ? holds(condition.value, template, depth + 1) : undefined;
      return known === undefined ? node : follow(known ? yes : no, template, depth + 1);
    }
    case 'FindInMap': {
      const keys = items.slice(0, 3).flatMap((item) => text(item) ?? regionIn(item) ?? []);
      const found = keys.length === 3 ? mapped(keys, template) : undefined;
      return followed(found ?? valueAt(items[3], 'DefaultValue'));
    }
    case 'Select': {
      const list = follow(items[1], template, depth + 1);
      if (list?.kind !== 'list' || callOf(list)) return node;
      return follow(list.items[Number(text(items[0]))], template, depth + 1) ?? node;
    }
    default:
      return node;
  }
}

/** A text in pieces; undefined where the value is absent or is no text. */
export function piecesOf(
  node: Node | undefined,
  template: Template,
  depth = 0,
): readonly Piece[] | undefined {
  const found = follow(node, template, depth);
  if (!found || isTooMuch(template, depth)) return undefined;
  const call = callOf(found);
  if (!call) return found.kind === 'scalar' ? [found.value] : undefined;
  const { name, argument } = call;
  const items = argument.kind === 'list' ? argument.items : [];
  const inner = (one: Node | undefined) => piecesOf(one, template, depth + 1);
  switch (name) {
    case 'Ref':
      return argument.kind === 'scalar' ? [{ name: argument.value }] : undefined;
    case 'GetAtt': {
      const reference = getAttOf(argument);
      return reference && [reference];
    }
    case 'Sub': {
      const [body, variables] = argument.kind === 'list' ? argument.items : [argument];
      if (body?.kind !== 'scalar') return undefined;
      return subSegments(body.value).flatMap((segment): readonly Piece[] => {
        if (segment.kind !== 'variable') return [segment.text];
        const given = entryOf(variables, segment.name)?.value ?? named(segment.name, template);
        return (given && inner(given)) ?? [dotted(segment.name)];
      });
    }
    case 'Join': {
      const separator = inner(items[0]) ?? [''];
      const parts = listOf(items[1], template, depth + 1);
      return parts?.flatMap((part, index) => (index === 0 ? part : [...separator, ...part]));
    }
    case 'Select':
      return listOf(items[1], template, depth + 1)?.[Number(staticText(items[0], template, depth + 1))];
    case 'Length': {
      const list = listOf(argument, template, depth + 1);
      return list ? [String(list.length)] : [{ name: sourceOf(found, template) }];
    }
    case 'ToJsonString': {
      let isKnown = true;
      const json = jsonOf(argument, (one) => {
        const text = staticText(one, template, depth + 1);
        isKnown &&= text !== undefined;
        return text ?? '';
      });
      return isKnown ? [json] : [{ name: sourceOf(found, template) }];
    }
    default:
      return [{ name: sourceOf(found, template) }];
  }
}

/** The texts of a list: written out, split, or the default of a list parameter. */
export function listOf(
  node: Node | undefined,
  template: Template,
  depth = 0,
): readonly (readonly Piece[])[] | undefined {
  const found = follow(node, template, depth);
  if (isTooMuch(template, depth)) return undefined;
  const call = callOf(found);
  if (call?.name === 'Split' && call.argument.kind === 'list') {
    const [separator, whole] = call.argument.items.map((item) => staticText(item, template, depth + 1));
    return separator && whole !== undefined ? whole.split(separator).map((part) => [part]) : undefined;
  }
  if (call) return undefined;
  if (found?.kind === 'list')
    return found.items.flatMap((item) => [piecesOf(item, template, depth + 1) ?? []]);
  const isDefault = found?.kind === 'scalar' && callOf(node)?.name === 'Ref';
  return isDefault ? found.value.split(',').map((part) => [part.trim()]) : undefined;
}

/** A text that the file alone gives; undefined where it does not. */
export function staticText(node: Node | undefined, template: Template, depth = 0): string | undefined {
  const pieces = piecesOf(node, template, depth);
  return pieces?.every((piece) => typeof piece === 'string') ? pieces.join('') : undefined;
}

/** A text that the file alone gives, with its place; text that a function puts together stands where the function is written. */
export function placedText(node: Node | undefined, template: Template): Text | undefined {
  const found = follow(node, template);
  const call = callOf(found);
  if (!found) return undefined;
  if (!call) return found.kind === 'scalar' ? textOf(found) : undefined;
  const [body, variables] = call.argument.kind === 'list' ? call.argument.items : [call.argument];
  if (call.name === 'Sub' && body?.kind === 'scalar') {
    return subText(body, (name) => {
      const given = entryOf(variables, name)?.value ?? named(name, template);
      return given && staticText(given, template);
    });
  }
  const value = staticText(found, template);
  if (value === undefined) return undefined;
  const pieces = call.name === 'Join' ? joinedPieces(call.argument, template) : [];
  return { ...putTogether(value, found, template), ...(pieces.length > 0 && { pieces }) };
}

/** The texts that are written out in an `Fn::Join` whose value is known. */
function joinedPieces(argument: Node, template: Template): TextPiece[] {
  const [separator, list] = argument.kind === 'list' ? argument.items : [];
  if (list?.kind !== 'list' || callOf(list)) return [];
  const between = staticText(separator, template)?.length ?? 0;
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const item of list.items) {
    if (item.kind === 'scalar') pieces.push({ text: textOf(item), at });
    at += (staticText(item, template)?.length ?? 0) + between;
  }
  return pieces;
}

/** A text that stands nowhere as it is: a function puts it together. */
export function putTogether(value: string, node: Node, { syntax }: Template): Text {
  const span = outerOf(node);
  const offsets = [...Array.from({ length: value.length }, () => span.start), span.end];
  return { value, span, spelling: syntax === 'json' ? 'json' : 'yaml-plain', offsets };
}

/** The source of a value on one line, as people read it. */
export function sourceOf(node: Node, template: Template): string {
  const { start, end } = outerOf(node);
  return template.text
    .slice(start, end)
    .trim()
    .replace(/\s*\r?\n\s*/g, ' ');
}

function mapped([name = '', ...keys]: readonly string[], template: Template): Node | undefined {
  return valueAt(sectionEntry('Mappings', name, template), ...keys);
}

/** The region of a local run, for mappings by region. */
function regionIn(node: Node | undefined): string | undefined {
  const call = callOf(node);
  const isRegion =
    call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.value === 'AWS::Region';
  return isRegion ? pseudoParameters['AWS::Region'] : undefined;
}

/** The value of a parameter, as far as it is known before it is deployed. */
export function defaultOf(name: string, template: Template): Node | undefined {
  const parameter = sectionEntry('Parameters', name, template);
  return (parameter && template.overrides?.get(name)) ?? valueAt(parameter, 'Default');
}

/** What an output of a nested stack gives. */
function outputOf(reference: Reference | undefined, template: Template): Node | undefined {
  const { name, attribute } = reference ?? {};
  if (!attribute?.startsWith('Outputs.')) return undefined;
  return valueAt(sectionEntry('Outputs', `${name}.${attribute}`, template), 'Value');
}

/** What a variable of `Fn::Sub` stands for. */
function named(name: string, template: Template): Node | undefined {
  return defaultOf(name, template) ?? outputOf(dotted(name), template);
}

/** Whether a condition holds with the parameters' defaults; undefined where only AWS knows. */
export function holds(condition: string, template: Template, depth = 0): boolean | undefined {
  return decide(sectionEntry('Conditions', condition, template), template, depth);
}

function decide(node: Node | undefined, template: Template, depth: number): boolean | undefined {
  const call = callOf(node);
  if (!call || isTooMuch(template, depth)) return undefined;
  const items = call.argument.kind === 'list' ? call.argument.items : [];
  const values = () => items.map((item) => decide(item, template, depth + 1));
  switch (call.name) {
    case 'Condition':
      return call.argument.kind === 'scalar' ? holds(call.argument.value, template, depth + 1) : undefined;
    case 'Equals': {
      const [left, right] = items.map((item) => staticText(item, template, depth + 1));
      return left === undefined || right === undefined ? undefined : left === right;
    }
    case 'Not': {
      const [value] = values();
      return value === undefined ? undefined : !value;
    }
    case 'And':
      return settled(values(), false);
    case 'Or':
      return settled(values(), true);
    default:
      return undefined;
  }
}

function isTooMuch({ effort }: Template, depth: number): boolean {
  if (depth === 0) effort.steps = 0;
  effort.steps += 1;
  return depth > maximumDepth || effort.steps > maximumSteps;
}

/** `And` is settled by one false, `Or` by one true; otherwise all must be known. */
function settled(values: readonly (boolean | undefined)[], decisive: boolean): boolean | undefined {
  if (values.includes(decisive)) return decisive;
  return values.includes(undefined) ? undefined : !decisive;
}
