import { dirname } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SemanticTokensBuilder, type TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { Api } from '../../core/api.ts';
import type { ApiAddress, DefinitionFile, RunningApi } from '../../core/contracts/language.ts';
import { type Reading, readDefinitions } from '../../core/formats/formats.ts';
import { mayDefineApis } from '../../core/formats/may-define-apis.ts';
import { noSurroundings, type Surroundings } from '../../core/formats/source.ts';
import type { Sample } from '../../core/sample.ts';
import { createFilesBeside } from './circumstances.ts';
import { isWithin } from './is-within.ts';
import type { KnownFile } from './known-file.ts';
import { isSampleFile, readSampleFiles } from './sample-files.ts';
import { samplesOf } from './samples.ts';
import { largestDefinition, mayBeDefinition, readDefinitionText, scanFolder } from './scan-folder.ts';
import type { Severities } from './severities.ts';
import { surroundingsIn } from './surroundings.ts';
import { canonicalUri, pathOf, uriOf } from './uris.ts';
import { type View, viewOf } from './view.ts';

/** A definition file's text with what was understood of it. */
interface Definition {
  /** In the one spelling that every message uses. */
  readonly uri: string;
  readonly text: string;
  readonly reading: Reading;
}

/**
 * Everything that the language server remembers: the open texts, the readings of all definition files of the
 * workspace, their samples, and what the client told of its session. Answers are computed from it, nothing
 * else keeps state.
 */
export class Documents {
  readonly #changed: (uri?: string) => void;
  readonly #open = new Map<string, TextDocument>();
  readonly #tokens = new WeakMap<TextDocument, SemanticTokensBuilder>();
  readonly #definitions = new Map<string, Definition>();
  readonly #sampleFiles = new Map<string, readonly Sample[]>();
  readonly #chosenSamples = new Map<string, string>();
  readonly #beside = createFilesBeside();
  readonly #roots = new Set<string>();
  #running: readonly RunningApi[] = [];

  /**
   * `changed` is called after every change that an answer could show, with the address of the definition
   * file where only one changed; calls come in bursts.
   */
  constructor(changed: (uri?: string) => void) {
    this.#changed = changed;
  }

  open(uri: string, languageId: string, version: number, text: string): void {
    this.#open.set(canonicalUri(uri), TextDocument.create(uri, languageId, version, text));
    // A sample that was made a moment ago is opened before the editor tells of the new file.
    this.#sampleFiles.clear();
    const key = canonicalUri(uri);
    const isRead = this.#definitions.get(key)?.text === text;
    this.#textChanged(uri);
    // Nothing was said yet of a file that was found on disk.
    if (isRead) this.#changed(key);
  }

  edit(uri: string, version: number, changes: TextDocumentContentChangeEvent[]): void {
    const document = this.#open.get(canonicalUri(uri));
    if (!document) return;
    TextDocument.update(document, changes, version);
    this.#textChanged(uri);
  }

  /** The text on disk counts again. */
  close(uri: string): void {
    this.#open.delete(canonicalUri(uri));
    this.fileChanged(uri);
  }

  /** Takes over a file that was made, changed or removed on disk; an open text goes before it. */
  fileChanged(uri: string): void {
    const path = pathOf(uri);
    if (path !== undefined && this.#beside.forget(path)) this.#changed();
    if (path !== undefined && isSampleFile(path)) {
      this.#sampleFiles.clear();
      this.#changed();
    } else if (!this.#open.has(canonicalUri(uri))) {
      this.#keep(uri, path === undefined ? undefined : definitionOnDisk(path));
      if (path !== undefined) this.#readAgain(path, dirname(path));
    }
  }

  /** Reads all definitions of a workspace folder; they count one by one as they are found. */
  async addFolder(uri: string): Promise<void> {
    const root = pathOf(uri);
    if (root === undefined) return;
    this.#roots.add(root);
    this.#sampleFiles.clear();
    for await (const { path, text } of scanFolder(root)) {
      if (!this.#open.has(uriOf(path))) this.#keep(uriOf(path), text);
    }
  }

  removeFolder(uri: string): void {
    const root = pathOf(uri);
    if (root === undefined) return;
    this.#roots.delete(root);
    for (const uri of this.#definitions.keys()) {
      const path = pathOf(uri);
      if (!this.#open.has(uri) && path !== undefined && isWithin(root, path)) this.#keep(uri, undefined);
    }
  }

  run(running: readonly RunningApi[]): void {
    this.#running = running;
    this.#changed();
  }

  chooseSample(address: ApiAddress, sample: string): void {
    this.#chosenSamples.set(keyOf(address), sample);
    this.#changed();
  }

  /** What the editor's settings say of how much findings weigh. */
  chooseSeverities(severities: Severities): void {
    if (this.#beside.choose(severities)) this.#changed();
  }

  openDocuments(): readonly TextDocument[] {
    return [...this.#open.values()];
  }

  /** The tokens that the editor was told of an open document, of which it asks the difference only. */
  toldTokens(uri: string): SemanticTokensBuilder {
    const document = this.document(uri);
    const told = (document && this.#tokens.get(document)) ?? new SemanticTokensBuilder();
    if (document) this.#tokens.set(document, told);
    return told;
  }

  document(uri: string): TextDocument | undefined {
    return this.#open.get(canonicalUri(uri));
  }

  /** Undefined for a document that defines no WebSocket API. */
  file(uri: string): KnownFile | undefined {
    const definition = this.#definitions.get(canonicalUri(uri));
    return definition && this.#known(definition);
  }

  /** An open document as the definition that it is, or as a part of one that reads it; undefined for any other. */
  view(uri: string): View | undefined {
    const document = this.document(uri);
    if (!document) return undefined;
    const own = this.#definitions.get(canonicalUri(uri));
    const host =
      own && own.reading.apis.length > 0
        ? own
        : ([...this.#definitions.values()].find(
            ({ reading }) =>
              reading.apis.length > 0 && reading.files.some((file) => uriOf(file.path) === canonicalUri(uri)),
          ) ?? own);
    return host && viewOf(document, this.#known(host));
  }

  files(): readonly KnownFile[] {
    return [...this.#definitions.values()].map((definition) => this.#known(definition));
  }

  definitionFiles(): readonly DefinitionFile[] {
    return [...this.#definitions.values()].map(definitionFileOf);
  }

  /** Undefined for a file that defines nothing. */
  definitionFile(uri: string): DefinitionFile | undefined {
    const definition = this.#definitions.get(canonicalUri(uri));
    return definition && definitionFileOf(definition);
  }

  #textChanged(uri: string): void {
    const document = this.#open.get(canonicalUri(uri));
    const path = pathOf(uri);
    if (path !== undefined && isSampleFile(path)) this.#changed();
    else {
      this.#keep(uri, document?.getText());
      if (path !== undefined) this.#readAgain(path);
    }
  }

  /** Reads the definitions anew that looked at a file or folder that changed. */
  #readAgain(...changed: readonly string[]): void {
    const paths = changed.map((path) => path.replaceAll('\\', '/'));
    for (const { uri, text, reading } of this.#definitions.values()) {
      if (paths.some((path) => reading.lookedAt.has(path))) this.#read(uri, text, reading);
    }
  }

  #read(uri: string, text: string, previous: Reading | undefined): void {
    const path = pathOf(uri);
    const surroundings = path === undefined ? noSurroundings : this.#surroundingsOf(path);
    const reading = readDefinitions(path ?? uri, text, previous, surroundings);
    this.#definitions.set(uri, { uri, text, reading });
    this.#changed(uri);
  }

  #surroundingsOf(path: string): Surroundings {
    return surroundingsIn(this.#rootOf(path), (other) => this.#open.get(uriOf(other))?.getText());
  }

  /** Reads what changed of a definition; forgets it where its text is none any more. */
  #keep(uri: string, text: string | undefined): void {
    const key = canonicalUri(uri);
    const known = this.#definitions.get(key);
    if (text === undefined || text.length > largestDefinition || !mayDefineApis(uri, text)) {
      if (this.#definitions.delete(key)) this.#changed(key);
    } else if (text !== known?.text) {
      this.#read(key, text, known?.reading);
    }
  }

  #known({ uri, reading }: Definition): KnownFile {
    const path = pathOf(uri);
    const { text } = reading;
    return {
      uri,
      path,
      root: path === undefined ? undefined : this.#rootOf(path),
      text,
      reading,
      samplesOf: (api) => this.#samplesOf(uri, path, text, api),
      runningOf: (api) => this.#runningOf(uri, api),
      circumstances: path === undefined ? {} : this.#beside.of(path, this.#rootOf(path)),
    };
  }

  #samplesOf(uri: string, path: string | undefined, text: string, api: Api): readonly Sample[] {
    const files = path === undefined ? [] : this.#sampleFilesOf(path);
    const samples = samplesOf(api, text, files, this.#runningOf(uri, api)?.received);
    const name = this.#chosenSamples.get(keyOf({ uri, logicalId: api.logicalId }));
    const chosen = samples.find((sample) => sample.name === name);
    return chosen ? [chosen, ...samples.filter((sample) => sample !== chosen)] : samples;
  }

  #sampleFilesOf(path: string): readonly Sample[] {
    const samples = this.#sampleFiles.get(path) ?? readSampleFiles(path, this.#rootOf(path));
    this.#sampleFiles.set(path, samples);
    return samples.map((sample) => this.#asInTheEditor(sample));
  }

  #rootOf(path: string): string {
    return [...this.#roots].find((root) => isWithin(root, path)) ?? dirname(path);
  }

  #asInTheEditor(sample: Sample): Sample {
    const text = sample.uri === undefined ? undefined : this.#open.get(sample.uri)?.getText();
    return text === undefined ? sample : { ...sample, text };
  }

  #runningOf(uri: string, api: Api): RunningApi | undefined {
    const key = keyOf({ uri, logicalId: api.logicalId });
    return this.#running.find((running) => keyOf(running) === key);
  }
}

function keyOf(address: ApiAddress): string {
  return `${canonicalUri(address.uri)}#${address.logicalId}`;
}

function definitionFileOf({ uri, reading }: Definition): DefinitionFile {
  const files = reading.files.map(({ path, start }) => ({ uri: uriOf(path), start }));
  return { uri, files, apis: reading.apis, problems: reading.problems };
}

function definitionOnDisk(path: string): string | undefined {
  return mayBeDefinition(path) ? readDefinitionText(path) : undefined;
}
