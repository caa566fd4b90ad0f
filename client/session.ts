import type { Api } from '../core/api.ts';
import type { EmulatorEvent } from '../core/contracts/emulator.ts';
import type { ApiAddress, DefinitionFile, RunningApi } from '../core/contracts/language.ts';
import type { RunState } from '../core/contracts/panel.ts';
import { addressKey } from './address.ts';
import { type ApiRun, applyEvents, clearRun, newRun, runningApi } from './api-run.ts';

import { nameOf } from './name-of.ts';

/** How far the language server is; `ready` once it has read the workspace. */
export type LanguageState = 'idle' | 'starting' | 'ready' | 'failed';

/** An API of the workspace as the language server last read it. */
export interface KnownApi {
  readonly address: ApiAddress;
  readonly api: Api;
}

/** The one mutable state of the client: what is defined, what runs, and what came of it. */
export class Session {
  #definitions: readonly DefinitionFile[] = [];
  #language: LanguageState = 'idle';
  #unseenHits = 0;
  readonly #runs = new Map<string, ApiRun>();
  readonly #listeners = new Set<() => void>();
  readonly #maxHits: () => number;

  constructor(maxHits: () => number) {
    this.#maxHits = maxHits;
  }

  get definitions(): readonly DefinitionFile[] {
    return this.#definitions;
  }

  get language(): LanguageState {
    return this.#language;
  }

  /** Hits since the person last looked at the tree. */
  get unseenHits(): number {
    return this.#unseenHits;
  }

  /** Every API of the workspace, in the order of files. */
  get apis(): readonly KnownApi[] {
    return this.#definitions.flatMap(({ uri, apis }) =>
      apis.map((api) => ({ address: { uri, logicalId: api.logicalId }, api })),
    );
  }

  get runs(): readonly ApiRun[] {
    return [...this.#runs.values()];
  }

  get runningApis(): readonly RunningApi[] {
    return this.runs.flatMap((run) => runningApi(run) ?? []);
  }

  /** Calls the listener after every change; gives the function that ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  find(address: ApiAddress): KnownApi | undefined {
    const key = addressKey(address);
    return this.apis.find((known) => addressKey(known.address) === key);
  }

  /** What people read of an API; its logical id where it is no longer defined. */
  nameOf(address: ApiAddress): string {
    const known = this.find(address);
    return known ? nameOf(known.api) : address.logicalId;
  }

  runOf(address: ApiAddress): ApiRun {
    const key = addressKey(address);
    const known = this.#runs.get(key);
    if (known) return known;
    const run = newRun({ uri: address.uri, logicalId: address.logicalId });
    this.#runs.set(key, run);
    return run;
  }

  /** Takes what the language server read. */
  define(definitions: readonly DefinitionFile[]): void {
    this.#definitions = definitions;
    this.#language = 'ready';
    this.#changed();
  }

  setLanguage(state: LanguageState): void {
    this.#language = state;
    this.#changed();
  }

  setState(run: ApiRun, state: RunState): void {
    run.state = state;
    this.#changed();
  }

  apply(run: ApiRun, events: readonly EmulatorEvent[]): void {
    this.#unseenHits += applyEvents(run, events, this.#maxHits());
    this.#changed();
  }

  /** Changes a run in a way that has no name of its own here, and tells the listeners. */
  update(run: ApiRun, change: (run: ApiRun) => void): void {
    change(run);
    this.#changed();
  }

  clear(run: ApiRun): void {
    clearRun(run);
    this.#changed();
  }

  seeHits(): void {
    if (this.#unseenHits === 0) return;
    this.#unseenHits = 0;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
