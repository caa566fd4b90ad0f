import { fileNameOf, folderOf } from '../../paths.ts';
import { knownText, type MadeValue, type Slot } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Entry } from '../../syntax/node.ts';
import { lastName } from '../constructs/names.ts';
import { computedNode, entryAt, impliedEntry, impliedText } from '../constructs/nodes.ts';
import type { Options } from '../constructs/options.ts';
import { codeFolder } from './code-folder.ts';
import { constructId, type Stack } from './stack.ts';

/** The code of a function that is bundled from its source; undefined for functions that are not. */
export function bundledCode(
  made: MadeValue,
  options: Options,
  stack: Stack,
): { readonly properties: Entry[]; readonly folder: string | undefined } | undefined {
  switch (lastName(made.path)) {
    case 'NodejsFunction':
      return nodeCode(made, options, stack);
    case 'PythonFunction':
      return pythonCode(made, options, stack);
    default:
      return undefined;
  }
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda_nodejs-readme.html */
function nodeCode(made: MadeValue, options: Options, { source }: Stack) {
  const entry = options.get('entry');
  const text = knownText(entry?.value)?.value;
  const file = fileNameOf(source.path).replace(/\.\w+$/, '');
  const path = text ?? (entry ? undefined : `${file}.${constructId(made)}`);
  const properties: Entry[] = [];
  if (!options.has('runtime'))
    properties.push(impliedEntry('Runtime', impliedText('nodejs22.x', made.nameSpan)));
  if (path === undefined) return { properties, folder: undefined };
  const exported = knownText(options.get('handler')?.value)?.value ?? 'handler';
  // A dot in the handler's name is that of a file, else of the file that is the entry.
  const module = fileNameOf(path).replace(/\.[cm]?[jt]sx?$/, '');
  const handler = exported.includes('.') ? exported : `${module}.${exported}`;
  properties.push(handlerEntry(handler, entry ?? options.get('handler'), made.nameSpan));
  const folder = text === undefined ? '.' : codeFolder(folderOf(text) || '.', source);
  return { properties, folder };
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-lambda-python-alpha-readme.html */
function pythonCode(made: MadeValue, options: Options, { source }: Stack) {
  const entry = options.get('entry');
  const text = knownText(entry?.value)?.value;
  const index = knownText(options.get('index')?.value)?.value ?? 'index.py';
  const exported = knownText(options.get('handler')?.value)?.value ?? 'handler';
  const handler = `${index.replace(/\.py$/, '')}.${exported}`;
  const properties = [handlerEntry(handler, options.get('handler') ?? entry, made.nameSpan)];
  return { properties, folder: text === undefined ? undefined : codeFolder(text, source) };
}

function handlerEntry(handler: string, written: Slot | undefined, shown: Span): Entry {
  return written
    ? entryAt('Handler', written.key.span, computedNode(handler, written.span))
    : impliedEntry('Handler', impliedText(handler, shown));
}
