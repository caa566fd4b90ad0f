import type { Api } from '../core/api.ts';
import type { EmulatorEvent } from '../core/contracts/emulator.ts';
import type { ApiAddress, DefinitionFile, RoutedSample, RunningApi } from '../core/contracts/language.ts';
import type { RunState } from '../core/contracts/panel.ts';
import { addressKey } from './address.ts';
import {
  addRefused,
  type ApiRun,
  applyEvents,
  beginProcess,
  clearRun,
  endProcess,
  newRun,
  runningApi,
} from './api-run.ts';
import type { Emulator } from './emulator-process.ts';

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
  readonly #runs = new Map<string, ApiRun>();
  readonly #listeners = new Set<() => void>();
  readonly #maxHits: () => number;

  constructor(maxHits: () => number) {
    this.#maxHits = maxHits;
  }

  /** What the workspace defines. */
  get definitions(): readonly DefinitionFile[] {
    return this.#definitions;
  }

  /** What the workspace defines, and the APIs that run although it no longer does, as they were started. */
  get files(): readonly DefinitionFile[] {
    return this.runs.reduce(withGone, this.#definitions);
  }

  get language(): LanguageState {
    return this.#language;
  }

  /** Hits since the person last looked at the tree. */
  get unseenHits(): number {
    return this.runs.reduce((sum, run) => sum + run.unseenHits, 0);
  }

  /** Every API of the workspace and every one that runs, in the order of files. */
  get apis(): readonly KnownApi[] {
    return this.files.flatMap(({ uri, apis }) =>
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

  /** Takes what the language server read of one file; undefined where that defines nothing any more. */
  redefine(uri: string, definition: DefinitionFile | undefined): void {
    const isKnown = this.#definitions.some((file) => file.uri === uri);
    const kept = this.#definitions.flatMap((file) => (file.uri === uri ? (definition ?? []) : [file]));
    this.define(definition && !isKnown ? [...kept, definition] : kept);
  }

  /** Takes what the language server read. */
  define(definitions: readonly DefinitionFile[]): void {
    this.#definitions = definitions;
    this.#language = 'ready';
    const defined = new Set(
      definitions.flatMap(({ uri, apis }) => apis.map(({ logicalId }) => addressKey({ uri, logicalId }))),
    );
    for (const [key, run] of this.#runs) run.isDefined = defined.has(key);
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
    applyEvents(run, events, this.#maxHits());
    this.#changed();
  }

  /** A process was started for the API. */
  begin(run: ApiRun, emulator: Emulator): void {
    beginProcess(run, emulator);
    this.#changed();
  }

  /** The API's process is gone, or going; `why` is what its connections ended of. */
  end(run: ApiRun, why: string, state: RunState): void {
    endProcess(run, why, state);
    this.#changed();
  }

  /** A handshake of one of our clients was refused; status 0 where there was no answer. */
  refuse(run: ApiRun, at: number, status: number, body: string): void {
    addRefused(run, at, status, body);
    this.#changed();
  }

  /** The API's samples, the chosen one first. */
  setSamples(run: ApiRun, samples: readonly RoutedSample[]): void {
    if (JSON.stringify(run.samples) === JSON.stringify(samples)) return;
    run.samples = samples;
    this.#changed();
  }

  /** What the person is writing; nobody else shows it, so nobody is told. */
  setDraft(run: ApiRun, draft: string): void {
    run.draft = draft;
  }

  clear(run: ApiRun): void {
    clearRun(run);
    this.#changed();
  }

  seeHits(): void {
    if (this.unseenHits === 0) return;
    for (const run of this.#runs.values()) run.unseenHits = 0;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

function withGone(files: readonly DefinitionFile[], run: ApiRun): readonly DefinitionFile[] {
  const api = run.served?.apis[0]?.api;
  if (run.isDefined || !run.emulator || !api) return files;
  const { uri } = run.address;
  const file = files.find((one) => one.uri === uri);
  if (!file) return [...files, { uri, apis: [api], problems: [] }];
  return files.map((one) => (one === file ? { ...one, apis: [...one.apis, api] } : one));
}
