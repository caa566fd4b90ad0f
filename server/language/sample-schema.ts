import * as l10n from '@vscode/l10n';
import { getLanguageService, type JSONSchema, type LanguageService } from 'vscode-json-languageservice';
import type { CompletionList, Diagnostic, Hover, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Api, Model } from '../../core/api.ts';
import { isQuickPattern } from './quick-pattern.ts';
import { modelOfMessage } from './sample-model.ts';

/** A mistake in a message. */
export type Misfit = Diagnostic & { readonly message: string };

/** What the models of an API say of a sample file: where it does not fit, and what may be written. */
export interface SampleSchema {
  diagnostics(): Promise<readonly Misfit[]>;
  complete(position: Position): Promise<CompletionList | null>;
  hover(position: Position): Promise<Hover | null>;
}

// As API Gateway's models are: https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-request-validation.html
const settings = {
  comments: 'ignore',
  trailingCommas: 'ignore',
  schemaRequest: 'ignore',
  schemaDraft: 4,
} as const;

const anyProperty = { '': {} };

/** The schema of the model that checks the message in a document; undefined where none does. */
export function sampleSchema(api: Api, document: TextDocument): SampleSchema | undefined {
  const found = modelOfMessage(api, document.getText());
  const schema = found?.model && schemaOf(found.model, document.getText().length);
  if (!schema || !found?.model) return undefined;
  const { model, route } = found;
  // One for each question: what it is configured with must not reach the next one.
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: 'model:/', fileMatch: ['*'], schema }] });
  return {
    diagnostics: async () =>
      (await problemsIn(service, document, schema)).map((problem) => ({
        ...problem,
        source: 'routescope',
        message: l10n.t(
          '{0} The route "{1}" checks messages by the model {2}, and answers this one with "Invalid request body".',
          plainText(problem.message),
          route.routeKey?.value ?? '',
          model.name,
        ),
      })),
    complete: async (position) =>
      await service.doComplete(document, position, service.parseJSONDocument(document)),
    hover: async (position) => await service.doHover(document, position, service.parseJSONDocument(document)),
  };
}

function plainText(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

/** Without mistakes of JSON, which the editor tells by itself. */
async function problemsIn(
  service: LanguageService,
  document: TextDocument,
  schema: JSONSchema,
): Promise<readonly Diagnostic[]> {
  const parsed = service.parseJSONDocument(document);
  const all = await service.doValidation(document, parsed, settings, schema);
  const withoutSchema = await service.doValidation(
    document,
    parsed,
    { ...settings, schemaValidation: 'ignore' },
    {},
  );
  const known = new Set(withoutSchema.map((one) => JSON.stringify(one)));
  return all.filter((one) => !known.has(JSON.stringify(one)));
}

/** Without the patterns that could take too long for a message of that length: they are a stranger's. */
function schemaOf({ schema }: Model, length: number): JSONSchema | undefined {
  try {
    const parsed: unknown = JSON.parse(schema, (key, value: unknown) => {
      if (key === 'pattern' && typeof value === 'string' && !isQuickPattern(value, length)) return undefined;
      const isSlow = key === 'patternProperties' && !Object.keys(Object(value)).every(isQuick);
      return isSlow ? anyProperty : value;
    });
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }

  function isQuick(pattern: string): boolean {
    return isQuickPattern(pattern, length);
  }
}
