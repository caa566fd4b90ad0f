import type { Problem } from '../../problem.ts';
import type { Span } from '../../span.ts';
import { parseYaml } from '../../syntax/yaml.ts';
import { type Given, givenDocument, givenJson, type GivenList, givenText } from './given.ts';
import { readShorthand } from './shorthand.ts';
import { isKnown, placedAt, plainValue, sliceOf, type Value } from './value.ts';

/** What a command of the AWS CLI is given for one parameter. */
export interface Option {
  /** Where its name is written. */
  readonly keySpan: Span;
  readonly given: Given;
}

/** By the name that the service has for them: `RouteKey`. */
export type Options = ReadonlyMap<string, Option>;

/** The text of a file, on disk or made by the script; undefined where there is none. */
export type ReadFile = (path: string) => Value | undefined;

/** Parameters that are maps or lists of maps; the service's other ones are texts, or lists of them. */
const structured = new Set([
  'AccessLogSettings',
  'Code',
  'DefaultRouteSettings',
  'Environment',
  'RequestModels',
  'RequestParameters',
  'RequestTemplates',
  'ResponseModels',
  'ResponseParameters',
  'ResponseTemplates',
  'RouteSettings',
  'StageVariables',
  'Tags',
  'TlsConfig',
]);
const lists = new Set(['AuthorizationScopes', 'IdentitySource']);

/**
 * The parameters of a call: `--route-key join`, `--route-key=join`, `--auto-deploy`, JSON, shorthand, and `file://`.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters.html
 */
export function readArguments(values: readonly Value[], read: ReadFile, problems: Problem[]): Options {
  const options = new Map<string, Option>();
  const whole: Option[] = [];
  for (const { name, keySpan, given } of optionsIn(values)) {
    const isNegated = name.startsWith('no-') && given.length === 0;
    const key = pascalCase(isNegated ? name.slice(3) : name);
    const end = given.at(-1)?.span.end ?? keySpan.end;
    const [first] = given;
    const content = first && contentOf(first, read);
    if (key === 'CliInputJson' || key === 'CliInputYaml') {
      if (content) whole.push({ keySpan, given: documentIn(content, key, problems) });
    } else if (!content) {
      options.set(key, { keySpan, given: flag(isNegated ? 'false' : 'true', keySpan) });
    } else if (lists.has(key)) options.set(key, { keySpan, given: listOf(given, end, problems) });
    else options.set(key, { keySpan, given: valueOf(key, `--${name}`, content, problems) });
  }
  for (const { given } of whole) {
    if (given.kind !== 'map') continue;
    for (const { key, value } of given.entries) {
      if (!options.has(key.value)) options.set(key.value, { keySpan: key.span, given: value });
    }
  }
  return options;
}

interface WrittenOption {
  readonly name: string;
  readonly keySpan: Span;
  readonly given: readonly Value[];
}

function optionsIn(values: readonly Value[]): WrittenOption[] {
  const found: { name: string; keySpan: Span; given: Value[] }[] = [];
  for (const value of values) {
    const [whole, name, equals] = /^--([a-z][\w-]*)(=)?/.exec(value.display) ?? [];
    if (whole === undefined || name === undefined) found.at(-1)?.given.push(value);
    else {
      const keySpan = sliceOf(value, 0, name.length + 2).span;
      const given = equals === undefined ? [] : [sliceOf(value, whole.length)];
      found.push({ name, keySpan, given });
    }
  }
  return found;
}

/** `file://route.json` is the text of that file. */
function contentOf(value: Value, read: ReadFile): Value {
  const path = isKnown(value) ? /^file:\/\/(.+)$/s.exec(value.display)?.[1] : undefined;
  return (path === undefined ? undefined : read(path)) ?? value;
}

function documentIn(content: Value, key: string, problems: Problem[]): Given {
  if (key === 'CliInputJson') return givenJson(content, '--cli-input-json', problems) ?? givenText(content);
  const { tree, origin } = parseYaml(content.display);
  origin.move = (offset) => content.offsets[offset] ?? content.span.end;
  return tree ? givenDocument(tree) : givenText(content);
}

function valueOf(key: string, option: string, content: Value, problems: Problem[]): Given {
  if (!structured.has(key)) return givenText(content);
  if (/^\s*['"]?[{[]/.test(content.display))
    return givenJson(content, option, problems) ?? givenText(content);
  return isKnown(content) || content.display.includes('=') ? readShorthand(content) : givenText(content);
}

/** `--identity-source a b`, `'["a", "b"]'`, or `"a,b"`, which is one. */
function listOf(given: readonly Value[], end: number, problems: Problem[]): GivenList {
  const [first] = given;
  const span = { start: first?.span.start ?? end, end };
  const json = first && /^\s*\[/.test(first.display) ? givenJson(first, 'the option', problems) : undefined;
  if (json?.kind === 'list') return json;
  return { kind: 'list', items: given.map((value) => givenText(value)), span };
}

/** What an option means that has no value. */
function flag(value: 'true' | 'false', span: Span): Given {
  return givenText(placedAt(plainValue(value, 0, 'shell-plain'), span));
}

function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
