import type { Source } from '../formats/source.ts';
import type { Span } from '../span.ts';
import type { Expression, Pattern, Statement } from '../syntax/script.ts';
import type {
  ClassValue,
  FunctionValue,
  MadeValue,
  MapValue,
  Scope,
  ScriptFile,
  Slot,
  Value,
} from './value.ts';

/** What runs a program as far as it goes: the parts of it call each other through this. */
export interface Machine {
  readonly source: Source;
  evaluate(expression: Expression, scope: Scope): Value;
  /** The value that the statements return; undefined where they do not. */
  execute(statements: readonly Statement[], scope: Scope): Value | undefined;
  assign(target: Pattern, value: Value, scope: Scope, declares: boolean): void;
  call(called: FunctionValue, given: Arguments): Value;
  instantiate(made: ClassValue, given: Arguments, span: Span): Value;
  /** What a module of the same project gives; undefined where it cannot be read, or is nobody's to read. */
  imported(from: string, name: string, file: ScriptFile): Value | undefined;
  /** Keeps what was made for whoever looks for it. */
  keep(made: MadeValue): MadeValue;
  /** Keeps a function or class, to be run at the end if nobody does before. */
  wait(waiting: FunctionValue | ClassValue): void;
  /** Whether there are steps left; takes one. */
  hasStep(): boolean;
}

export interface Arguments {
  readonly positional: readonly Slot[];
  readonly named: MapValue;
}
