import { fileNameOf, folderOf, joinPath } from '../../paths.ts';
import type { Span } from '../../span.ts';
import { selected } from './aws-call.ts';
import { fileOf, type Run } from './run.ts';
import { isKnown, joinedValue, nameIn, sliceOf, unknownValue, type Value } from './value.ts';

/** What a command prints that is none of the AWS CLI, as far as it matters for what such commands get. */
export function performOther(
  run: Run,
  values: readonly Value[],
  input: readonly Value[] | undefined,
  span: Span,
): readonly Value[] {
  const [command, ...rest] = values;
  const name = fileNameOf(command?.display ?? '').toLowerCase();
  const operands = rest.filter(({ display }) => !display.startsWith('-'));
  const [operand] = operands;
  switch (name) {
    case '':
      return input ?? [];
    case 'echo':
    case 'printf':
    case 'write-output':
      return operands.length <= 1 ? operands : [joinedValue(operands, span)];
    case 'cat':
    case 'type':
    case 'get-content':
    case 'gc':
      return operand ? contentOf(run, operand) : (input ?? []);
    case 'jq': {
      const from = operands[1] ? contentOf(run, operands[1]) : (input ?? []);
      return from.map((value) => selected(value, operand?.display));
    }
    case 'tee':
      if (operand && input) run.files.set(operand.display, input);
      return input ?? [];
    case 'read':
      readVariables(run, operands, input);
      return [];
    case 'cd':
    case 'pushd':
      run.folder = operand && !/^(?:-|\.\.)/.test(operand.display) ? joinPath('', operand.display) : '.';
      return [];
    case 'popd':
      run.folder = '.';
      return [];
    case 'zip': {
      const isFlat = rest.some(({ display }) => /^-[a-z]*j/.test(display));
      pack(run, operand, isFlat ? operands[1] : undefined);
      return [];
    }
    case 'compress-archive':
      pack(run, optionOf(rest, '-destinationpath') ?? operands[1], optionOf(rest, '-path') ?? operand);
      return [];
    default:
      // Filters such as `tr -d '"'` change nothing of an id.
      return (input ?? []).map((value) =>
        nameIn(value) === undefined ? unknownValue(run.taker?.name ?? name, span) : value,
      );
  }
}

function contentOf(run: Run, path: Value): readonly Value[] {
  return [fileOf(run, path.display) ?? unknownValue(path.display, path.span)];
}

/** `IFS=: read -r KEY FUNCTION <<< "$pair"`. */
function readVariables(run: Run, names: readonly Value[], input: readonly Value[] | undefined): void {
  const [value] = input ?? [];
  const separator = run.variables.get('IFS')?.[0]?.display.charAt(0) ?? ' ';
  let from = 0;
  names.forEach(({ display: name, span }, index) => {
    if (!value || !isKnown(value)) {
      run.variables.set(name, [unknownValue(name, span)]);
      return;
    }
    const found = index === names.length - 1 ? -1 : value.display.indexOf(separator, from);
    const end = found === -1 ? value.display.length : found;
    run.variables.set(name, [sliceOf(value, Math.min(from, end), end)]);
    from = end + 1;
  });
}

/** An archive keeps the folders of what is packed, but for `*` in them. */
function pack(run: Run, archive: Value | undefined, packed: Value | undefined): void {
  if (!archive) return;
  const path = (packed?.display ?? '').replaceAll('\\', '/');
  const folder = /[*.]/.test(fileNameOf(path)) ? folderOf(path) : '';
  run.packed.set(fileNameOf(archive.display), joinPath(run.folder, folder === '' ? '.' : folder));
}

function optionOf(values: readonly Value[], name: string): Value | undefined {
  const at = values.findIndex(({ display }) => display.toLowerCase() === name);
  return at === -1 ? undefined : values[at + 1];
}
