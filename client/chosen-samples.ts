import type { ApiAddress } from '../core/contracts/language.ts';
import { addressKey } from './address.ts';

/** The part of a `vscode.Memento` that is needed. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** An API and the name of the sample that its hints are evaluated against. */
export type SampleChoice = ApiAddress & { readonly sample: string };

const memoryKey = 'chosenSamples';

/** The samples that people chose, remembered for the workspace until they choose another one. */
export class ChosenSamples {
  readonly #memory: Memory;
  readonly #choices: Map<string, SampleChoice>;

  constructor(memory: Memory) {
    this.#memory = memory;
    const remembered = memory.get(memoryKey);
    const choices = Array.isArray(remembered) ? remembered.filter(isChoice) : [];
    this.#choices = new Map(choices.map((choice) => [addressKey(choice), choice]));
  }

  get all(): readonly SampleChoice[] {
    return [...this.#choices.values()];
  }

  async choose(choice: SampleChoice): Promise<void> {
    this.#choices.set(addressKey(choice), choice);
    await this.#memory.update(memoryKey, this.all);
  }
}

/** What is remembered may have been written by another version. */
function isChoice(value: unknown): value is SampleChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, logicalId, sample } = value as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' && typeof logicalId === 'string' && typeof sample === 'string';
}
