import * as l10n from '@vscode/l10n';
import { fromPlain } from '../json/from-plain.ts';
import { fromJson } from './from-json.ts';
import { inputOf, type Parameters } from './input.ts';
import { util } from './encodings.ts';
import { JavaMap, type Value } from './value.ts';

/** What a mapping template is applied to. */
export interface TemplateRequest {
  /** The message, or what an integration answered; empty where there is none. */
  readonly body: string;
  readonly parameters?: Parameters;
  /** The members of `$context` as plain data, nested as they are named. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/** The variables of a mapping template, for `renderTemplate`. */
export function requestVariables(request: TemplateRequest): Readonly<Record<string, Value>> {
  return {
    input: inputOf(request.body, request.parameters ?? {}),
    util,
    context: fromJson(fromPlain(request.context)),
    stageVariables: new JavaMap(Object.entries(request.stageVariables)),
  };
}

/** Variables that print nothing where they lack what is asked for; what AWS does there is not documented. */
export const silentVariables: ReadonlySet<string> = new Set(['context', 'stageVariables', 'input']);

/** The variables of mapping templates for hover and completion. */
export const templateVariables: readonly { readonly name: string; readonly meaning: string }[] = [
  { name: 'input', meaning: l10n.t('The message and the parameters of the handshake.') },
  { name: 'context', meaning: l10n.t('What API Gateway knows of the request and its connection.') },
  { name: 'stageVariables', meaning: l10n.t('The variables of the stage.') },
  { name: 'util', meaning: l10n.t('Functions that encode and decode.') },
];
