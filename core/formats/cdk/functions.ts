import { pathOf, knownText, type MadeValue, type Slot, type Value } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Entry, Node } from '../../syntax/node.ts';
import { lastName } from '../constructs/names.ts';
import { attributeOf, entryAt, impliedEntry, impliedText, mapAt } from '../constructs/nodes.ts';
import { optionsAt, type Options } from '../constructs/options.ts';
import { bundledCode } from './bundled-code.ts';
import { codeFolder } from './code-folder.ts';
import { durationIn } from './duration.ts';
import { addConstruct, isConstruct, type Stack } from './stack.ts';

const classes =
  /^(?:Function|NodejsFunction|PythonFunction|DockerImageFunction|GoFunction|SingletonFunction|RustFunction|DotNetFunction)$/;
const modules = /lambda/i;

/** Whether a call makes a Lambda function. */
export function isLambdaFunction(made: MadeValue): boolean {
  // `Function` alone is JavaScript's own.
  return made.path !== 'Function' && isConstruct(made, classes, modules);
}

/** Adds the function that a construct makes. */
export function addFunction(made: MadeValue, stack: Stack): void {
  const options = optionsAt(made, 2);
  const { properties, folder } = bundledCode(made, options, stack) ?? assetCode(options, stack);
  properties.push(...settingsOf(options, stack));
  const draft = addConstruct(stack, made, 'AWS::Lambda::Function', properties);
  if (folder !== undefined)
    draft.metadata.push(impliedEntry('aws:asset:path', impliedText(folder, made.nameSpan)));
}

/** The ARN of the function that an option holds. */
export function functionReference({ value, span }: Slot, { resolver }: Stack): Node {
  const id = resolver.idOf(value);
  if (id !== undefined) return attributeOf(id, 'Arn', span);
  // `Function.fromFunctionArn(this, 'x', arn)`
  const arn =
    value.kind === 'made' && /from_?function_?(?:arn|name)$/i.test(value.path)
      ? value.positional[2]
      : undefined;
  return arn ? resolver.slotNode(arn) : resolver.nodeOf(value, span);
}

/** What a function's code and handler are, where the code is. */
interface FunctionCode {
  readonly properties: Entry[];
  /** Relative to the definition. */
  readonly folder: string | undefined;
}

function assetCode(options: Options, stack: Stack): FunctionCode {
  const { resolver } = stack;
  const code = options.get('code');
  const handler = options.get('handler');
  const properties: Entry[] = handler
    ? [entryAt('Handler', handler.key.span, resolver.slotNode(handler))]
    : [];
  const given = code?.value.kind === 'made' ? code.value.positional[0] : undefined;
  if (!code || code.value.kind !== 'made' || !given) return { properties, folder: undefined };
  const how = lastName(code.value.path);
  if (/^(?:from_?inline|InlineCode)$/i.test(how)) {
    const inline = entryAt('ZipFile', code.key.span, resolver.slotNode(given));
    return {
      properties: [...properties, entryAt('Code', code.key.span, mapAt([inline], code.span))],
      folder: undefined,
    };
  }
  const path = /^(?:from_?(?:asset|docker_?build)|AssetCode|asset)$/i.test(how)
    ? knownText(given.value)?.value
    : undefined;
  return { properties, folder: path === undefined ? undefined : codeFolder(path, stack.source) };
}

function settingsOf(options: Options, { resolver }: Stack): Entry[] {
  const entries: Entry[] = [];
  const add = (option: string, property: string, node: (value: Value, span: Span) => Node) => {
    const slot = options.get(option);
    if (slot) entries.push(entryAt(property, slot.key.span, node(slot.value, slot.span)));
  };
  add('runtime', 'Runtime', (value, span) => {
    const runtime = runtimeIn(value);
    return runtime === undefined ? resolver.nodeOf(value, span) : impliedText(runtime, span);
  });
  add('timeout', 'Timeout', (value, span) => {
    const seconds = durationIn(value);
    return seconds === undefined ? resolver.nodeOf(value, span) : impliedText(String(seconds), span);
  });
  add('memorySize', 'MemorySize', (value, span) => resolver.nodeOf(value, span));
  add('functionName', 'FunctionName', (value, span) => resolver.nodeOf(value, span));
  add('environment', 'Environment', (value, span) =>
    mapAt([entryAt('Variables', span, resolver.nodeOf(value, span))], span),
  );
  return entries;
}

/** `Runtime.NODEJS_20_X` is `nodejs20.x`, `Runtime.PYTHON_3_12` is `python3.12`, `new Runtime('nodejs22.x')` what it says. */
function runtimeIn(value: Value): string | undefined {
  if (value.kind === 'made') return knownText(value.positional[0]?.value)?.value;
  const name = lastName(pathOf(value));
  if (name === 'NODEJS_LATEST') return 'nodejs22.x';
  const [, language, version] = /^([A-Z]+)_([\dX_]+)$/.exec(name) ?? [];
  if (language === undefined || version === undefined) return undefined;
  return `${language.toLowerCase()}${version.toLowerCase().replaceAll('_', '.')}`;
}
