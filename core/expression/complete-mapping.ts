import * as l10n from '@vscode/l10n';
import { candidatesAt } from './candidates.ts';
import { type Completion, type CompletionScope, completePath, propose, stepTo } from './complete.ts';
import { contextVariables, eventsOf } from './context-variables.ts';
import { parseMappings } from './mapping.ts';
import { type MappingKind, type Variable, variablesIn } from './variables.ts';

/** What names of parameters can be completed from. */
export interface MappingScope extends CompletionScope {
  /** The variables of the API's stages. */
  readonly stageVariables: Readonly<Record<string, string>>;
  /** The parameters that routes declare, such as `route.request.querystring.room`. */
  readonly parameters: readonly string[];
}

/** What may be written at an offset of a parameter mapping or an identity source, as whole names. */
export function completeMapping(
  text: string,
  offset: number,
  kind: MappingKind,
  scope: MappingScope,
): readonly Completion[] {
  const mapping = parseMappings(text, kind).find(({ span }) => offset >= span.start && offset <= span.end);
  const { span } = mapping ?? { span: { start: offset, end: offset } };
  if (mapping?.kind === 'constant') return [];
  if (mapping?.variable?.follows === 'JSONPath' && offset > mapping.nameSpan.start) {
    return completePath(text, mapping.nameSpan, offset, scope.bodies);
  }
  const proposals = variablesIn(kind).flatMap((variable) => namesOf(variable, scope));
  const constant = { label: "''", insert: "''", detail: 'a constant', kind: 'variable' } as const;
  const isSource = kind === 'request parameter' || kind === 'response parameter';
  return [...proposals, ...(isSource ? [constant] : [])].map((one) => ({ ...one, span }));
}

type Proposal = Omit<Completion, 'span'>;

/** The names that a variable can have here, then the variable for a name of one's own. */
function namesOf(variable: Variable, scope: MappingScope): Proposal[] {
  const { name, meaning, follows } = variable;
  const open = { label: `${name}.`, insert: `${name}.`, kind: 'variable', documentation: meaning } as const;
  return [
    ...knownNames(variable, scope),
    { ...open, detail: follows === 'JSONPath' ? l10n.t('a JSONPath follows') : l10n.t('a name follows') },
  ];
}

function knownNames({ name }: Variable, { bodies, stageVariables, parameters }: MappingScope): Proposal[] {
  switch (name) {
    case 'context':
      return contextVariables
        .filter((one) => !/[A-Z]{2}/.test(one.name))
        .map((one) => {
          const insert = `context.${one.name}`;
          const documentation = `${one.meaning} ${eventsOf(one)}`.trim();
          return { label: insert, insert, kind: 'variable', detail: shown(one.example), documentation };
        });
    case 'stageVariables':
      return Object.entries(stageVariables).map(([key, value]) => {
        const insert = `stageVariables.${key}`;
        return { label: insert, insert, kind: 'variable', detail: value };
      });
    case 'route.request.body':
      return candidatesAt('$', false, bodies).map((candidate) => {
        const insert = `route.request.body${stepTo(candidate.name)}`;
        return propose(candidate, insert, insert, { start: 0, end: 0 });
      });
    default:
      return parameters
        .filter((one) => one.startsWith(`${name}.`))
        .map((one) => ({ label: one, insert: one, kind: 'variable', detail: l10n.t('declared by a route') }));
  }
}

function shown(example: string | number | undefined): string {
  return example === undefined ? '' : String(example);
}
