import type { Assignment, Command, Loop, Piece, Script, Statement, Word } from '../../syntax/shell-script.ts';
import type { Span } from '../../span.ts';
import type { Spelling } from '../../spelling.ts';
import type { Source } from '../source.ts';
import { awsCall, selected } from './aws-call.ts';
import { performOther } from './other-commands.ts';
import { isMade, type Run } from './run.ts';
import { isKnown, joinedValue, placedAt, sliceOf, unknownValue, type Value } from './value.ts';

/** Bounds what loops inside of loops can cost. */
const mostSteps = 5000;
const deepest = 30;
const longestValue = 100_000;
const mostValues = 1000;

/** What API Gateway's expressions begin with: a shell that finds no variable of that name puts nothing there. */
const meantForApiGateway =
  /^(?:request|context|stageVariables|integration|connect|disconnect|default|input|util)(?:\.|$)/;

/** Follows a script from its first line to its last, all branches taken, every loop run for each of its words. */
export function runScript({ statements }: Script, plain: Spelling, source: Source): Run {
  const run: Run = {
    source,
    calls: [],
    ids: new Set(),
    problems: [],
    variables: new Map(),
    files: new Map(),
    procedures: new Map(),
    packed: new Map(),
    folder: '.',
    taker: undefined,
    plain,
    steps: 0,
    depth: 0,
  };
  runStatements(run, statements);
  return run;
}

/** What the last of the statements gives. */
function runStatements(run: Run, statements: readonly Statement[]): readonly Value[] {
  let result: readonly Value[] = [];
  if (run.depth >= deepest) return result;
  run.depth += 1;
  for (const statement of statements) {
    run.steps += 1;
    if (run.steps > mostSteps) break;
    const next = runStatement(run, statement);
    // Of `create-api || get-apis`, the one that makes something tells more.
    if (!result.some((value) => isMade(run, value)) || next.some((value) => isMade(run, value)))
      result = next;
  }
  run.depth -= 1;
  return result;
}

function runStatement(run: Run, statement: Statement): readonly Value[] {
  switch (statement.kind) {
    case 'assignment':
      assign(run, statement);
      return [];
    case 'command':
      return runCommand(run, statement);
    case 'loop':
      runLoop(run, statement);
      return [];
    case 'procedure':
      run.procedures.set(statement.name.toLowerCase(), statement);
      return [];
    case 'group': {
      const { folder } = run;
      const result = runStatements(run, statement.body);
      run.folder = folder;
      return result;
    }
    case 'result':
      return statement.words.flatMap((word) => valuesOf(run, word));
  }
}

function assign(run: Run, assignment: Assignment): void {
  const { name, words, adds } = assignment;
  const { taker } = run;
  run.taker = takerOf(run, assignment);
  const values = words.flatMap((word) => valuesOf(run, word));
  run.taker = taker;
  const before = run.variables.get(name) ?? [];
  const keeps =
    before.some((value) => isMade(run, value)) &&
    !values.some((value) => isKnown(value) || isMade(run, value));
  // Of two branches, the one that makes something tells more than the one that looks for it.
  if (!keeps) run.variables.set(name, (adds ? [...before, ...values] : values).slice(0, mostValues));
}

/** A variable where its value is given to it: behind a type, a scope or a quote. */
function takerOf({ source }: Run, { name, span }: Assignment): Run['taker'] {
  const written = source.text.slice(span.start, span.end).toLowerCase();
  const start = span.start + Math.max(0, written.indexOf(name.toLowerCase()));
  return { name, span: { start, end: start + name.length } };
}

function runLoop(run: Run, { name, words, body, span }: Loop): void {
  const [first] = body;
  const taken =
    first?.kind === 'assignment' &&
    first.words.some(({ pieces: [piece] }) => piece?.kind === 'variable' && piece.name === name);
  const taker = run.taker;
  if (taken) run.taker = takerOf(run, first);
  const values = words.flatMap((word) => valuesOf(run, word).flatMap((value) => split(word, value)));
  run.taker = taker;
  for (const value of values.length > 0 ? values : [unknownValue(name, span)]) {
    run.variables.set(name, [value]);
    runStatements(run, body);
  }
}

/** A variable without quotes is as many words as it has. */
function split({ pieces: [piece], span }: Word, value: Value): Value[] {
  const isBare = piece?.kind === 'variable' && piece.span.end - piece.span.start === span.end - span.start;
  if (!isBare || !isKnown(value)) return [value];
  return [...value.display.matchAll(/\S+/g)].map(({ 0: found, index }) =>
    sliceOf(value, index, index + found.length),
  );
}

function runCommand(run: Run, command: Command, piped?: readonly Value[]): readonly Value[] {
  const { words, input, into, next } = command;
  const values = words.flatMap((word) => valuesOf(run, word));
  const given =
    piped ??
    (input &&
      (input.kind === 'text'
        ? valuesOf(run, input.word)
        : (run.files.get(valueOf(run, input.word).display) ?? [])));
  const result = perform(run, command, values, given);
  if (into) run.files.set(valueOf(run, into).display, result);
  return next ? runCommand(run, next, result) : result;
}

function perform(
  run: Run,
  { span }: Command,
  values: readonly Value[],
  input: readonly Value[] | undefined,
): readonly Value[] {
  const called = run.procedures.get(values[0]?.display.toLowerCase() ?? '');
  if (!called) return awsCall(run, values, span) ?? performOther(run, values, input, span);
  const outer = new Map(run.variables);
  const rest = values.slice(1);
  called.parameters.forEach((parameter) => {
    const named = rest.findIndex(({ display }) => display.toLowerCase() === `-${parameter.toLowerCase()}`);
    const [, value] =
      named === -1
        ? [undefined, rest.find(({ display }) => !display.startsWith('-'))]
        : rest.splice(named, 2);
    if (named === -1 && value) rest.splice(rest.indexOf(value), 1);
    run.variables.set(parameter, value ? [value] : []);
  });
  values.slice(1).forEach((value, index) => run.variables.set(String(index + 1), [value]));
  run.variables.set('@', values.slice(1));
  const result = runStatements(run, called.body);
  for (const name of [...called.parameters, '@', ...values.map((_, index) => String(index))]) {
    const before = outer.get(name);
    if (before) run.variables.set(name, before);
    else run.variables.delete(name);
  }
  return result;
}

/** What a word is as one argument. */
function valueOf(run: Run, word: Word): Value {
  return valuesOf(run, word)[0] ?? joinedValue([], word.span);
}

/** What a word is: several arguments where it is a list. */
function valuesOf(run: Run, { pieces, span }: Word): readonly Value[] {
  const filled = pieces.filter((piece) => piece.kind !== 'text' || piece.value !== '');
  const [only] = filled;
  const values = only && filled.length === 1 ? valuesOfPiece(run, only) : undefined;
  // What is lost stands between its quotes.
  if (values && !values.some(({ gaps }) => gaps.some(({ kind }) => kind === 'lost'))) return values;
  const ends = pieces.map(spanOfPiece);
  const inner = { start: ends[0]?.start ?? span.start, end: ends.at(-1)?.end ?? span.end };
  const parts = pieces.flatMap((piece) => {
    const [value] = valuesOfPiece(run, piece);
    return value ? [piece.kind === 'text' ? value : placedAt(value, piece.span)] : [];
  });
  const length = parts.reduce((sum, { display }) => sum + display.length, 0);
  return [length > longestValue ? unknownValue('…', span) : joinedValue(parts, inner)];
}

function spanOfPiece(piece: Piece): Span {
  if (piece.kind !== 'text') return piece.span;
  const { offsets } = piece;
  return { start: offsets[0] ?? 0, end: offsets.at(-1) ?? 0 };
}

function valuesOfPiece(run: Run, piece: Piece): readonly Value[] {
  switch (piece.kind) {
    case 'text': {
      const { value: display, offsets, spelling } = piece;
      const runs = [{ start: 0, end: display.length, spelling }];
      return [{ display, offsets, runs, gaps: [], span: spanOfPiece(piece) }];
    }
    case 'unknown':
      return [unknownValue('…', piece.span)];
    case 'output': {
      const values = runStatements(run, piece.statements);
      return piece.member === undefined ? values : values.map((value) => selected(value, piece.member));
    }
    case 'variable': {
      const { name, span, member, fallback, spreads } = piece;
      const known = run.variables.get(name);
      if (known && (known.length > 0 || !fallback)) {
        const values = spreads
          ? known
          : known.slice(0, member === undefined && known.length > 1 ? known.length : 1);
        return member === undefined ? values : values.map((value) => selected(value, member));
      }
      if (fallback) return [valueOf(run, fallback)];
      if (!meantForApiGateway.test(name))
        return [unknownValue(member === undefined ? name : `${name}.${member}`, span)];
      return [
        {
          ...joinedValue([], span),
          gaps: [{ kind: 'lost', start: 0, end: 0 }],
          runs: [{ start: 0, end: 0, spelling: run.plain }],
        },
      ];
    }
  }
}
