import * as l10n from '@vscode/l10n';
import type { Problem } from '../../problem.ts';
import type { Span } from '../../span.ts';
import { type Spelling, spellings } from '../../spelling.ts';
import { parseJson } from '../../syntax/json.ts';
import { outerOf, type Node, type ScalarNode, textOf as textOfNode } from '../../syntax/node.ts';
import type { Text } from '../../text.ts';
import { isKnown, sliceOf, spellingOf, textOf, type Value } from './value.ts';

/** What an option, or a key of a JSON document, is given. */
export type Given = GivenText | GivenMap | GivenList;

export interface GivenText {
  readonly kind: 'text';
  /** With `${name}` for what only a run can tell. */
  readonly display: string;
  /** Absent where only a run can tell it. */
  readonly text?: Text;
  /** With its quotes. */
  readonly span: Span;
}

export interface GivenMap {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: Text; readonly value: Given }[];
  readonly span: Span;
}

export interface GivenList {
  readonly kind: 'list';
  readonly items: readonly Given[];
  readonly span: Span;
}

/** A value as it is; `span` is where its argument stands. */
export function givenText(value: Value, span: Span = value.span): GivenText {
  const text = textOf(value);
  return { kind: 'text', display: value.display, span, ...(text && { text }) };
}

/** A value that is JSON; undefined where it is none, which then is a problem. */
export function givenJson(value: Value, option: string, problems: Problem[]): Given | undefined {
  const { tree, problems: found } = parseJson(value.display);
  const [first] = found;
  if (!first && tree) return fromTree(tree, value);
  const unescaped = spellingOf(value).startsWith('powershell') && withoutBackslashes(value);
  if (unescaped) return givenJson(unescaped, option, problems);
  if (isKnown(value)) {
    problems.push({
      message: l10n.t('The value of {0} is no JSON: {1}', option, first?.message ?? 'it is empty.'),
      span: value.span,
    });
  }
  return tree && fromTree(tree, value);
}

/** A JSON document that stands at an offset of the text. */
export function givenDocument(tree: Node): Given {
  return fromNode(tree, (node) => {
    const text = textOfNode(node);
    return { kind: 'text', display: text.value, text, span: outerOf(node) };
  });
}

function fromTree(tree: Node, value: Value): Given {
  const spelling = spellingInside(spellingOf(value));
  return fromNode(tree, (node) => {
    const { inner, outer } = node.place;
    const offsets =
      node.offsets() ?? Array.from({ length: node.value.length + 1 }, (_, index) => inner.start + index);
    const part: Value = {
      ...sliceOf(value, inner.start, inner.end),
      display: node.value,
      offsets: offsets.map((offset) => value.offsets[offset] ?? value.span.end),
      runs: [{ start: 0, end: node.value.length, spelling }],
    };
    const { start, end } = sliceOf(value, outer.start, outer.end).span;
    return givenText(part, { start, end });
  });
}

function fromNode(node: Node, textFrom: (node: ScalarNode) => GivenText): Given {
  switch (node.kind) {
    case 'scalar':
      return textFrom(node);
    case 'tagged':
      return fromNode(node.value, textFrom);
    case 'list':
      return { kind: 'list', items: node.items.map((item) => fromNode(item, textFrom)), span: outerOf(node) };
    case 'map': {
      const entries = node.entries.map(({ key, value }) => {
        const { display, text, span } = textFrom(key);
        return {
          key: text ?? { value: display, span, spelling: 'json' as const },
          value: fromNode(value, textFrom),
        };
      });
      return { kind: 'map', entries, span: outerOf(node) };
    }
  }
}

function spellingInside(spelling: Spelling): Spelling {
  const inside = `${spelling}-json`;
  return isSpelling(inside) ? inside : 'json';
}

function isSpelling(name: string): name is Spelling {
  return Object.hasOwn(spellings, name);
}

/** Before 7.3, PowerShell leaves it to the script to write `\"` for each quote that the program shall get. */
function withoutBackslashes(value: Value): Value | undefined {
  if (!value.display.includes(String.raw`\"`)) return undefined;
  const kept = Array.from({ length: value.display.length }, (_, index) => index).filter(
    (index) => !value.display.startsWith(String.raw`\"`, index),
  );
  return {
    ...value,
    display: kept.map((index) => value.display.charAt(index)).join(''),
    offsets: [
      ...kept.map(
        (index) =>
          value.offsets[
            value.display[index - 1] === '\\' && value.display[index] === '"' ? index - 1 : index
          ] ?? 0,
      ),
      value.span.end,
    ],
    gaps: value.gaps.map((gap) => ({
      ...gap,
      start: kept.filter((index) => index < gap.start).length,
      end: kept.filter((index) => index < gap.end).length,
    })),
  };
}
