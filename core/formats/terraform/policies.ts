import type { PolicyStatement } from '../../api.ts';
import type { Span } from '../../span.ts';
import { written } from '../written.ts';
import { arnOf } from './arns.ts';
import { fieldsOfMap, type Fields } from './fields.ts';
import { readerOf } from './reader.ts';
import type { Resources } from './resources.ts';
import { valueOfJson } from './value-of-json.ts';
import { asText, entryOf, placedText, type Value } from './value.ts';

const documentTypes = ['policy', 'role_policy', 'user_policy', 'group_policy'];

/** The statements that allow something about `execute-api`, of policies in JSON, documents and modules. */
export function readPolicies(resources: Resources): PolicyStatement[] {
  const inJson = [
    ...documentTypes.flatMap((type) => resources.ofType(`aws_iam_${type}`).map(({ fields }) => fields)),
    ...resources.ofType('aws_iam_role').flatMap(({ fields }) => fields.inside('inline_policy')),
  ].flatMap((fields) => statementsIn(readerOf(fields).value('policy'), resources));
  const documents = resources
    .ofType('data.aws_iam_policy_document')
    .flatMap(({ fields, span }) =>
      fields.inside('statement').flatMap((statement) => statementOf(statement, span, resources)),
    );
  const ofModules = resources
    .ofType('module')
    .flatMap(({ fields, span }) =>
      fields
        .inside('policy_statements')
        .flatMap((map) =>
          map
            .names()
            .flatMap((name) =>
              map
                .inside(name)
                .flatMap((statement) => statementOf(statement, map.get(name)?.span ?? span, resources)),
            ),
        ),
    );
  return [...inJson, ...documents, ...ofModules];
}

/** The statements of a policy that `jsonencode` makes, or that is JSON text. */
function statementsIn(policy: Value | undefined, resources: Resources): PolicyStatement[] {
  const document = policy?.kind === 'text' ? (policy.structure ?? jsonOf(policy)) : undefined;
  return eachOf(entryOf(document, 'Statement')?.value).flatMap((statement) =>
    statement.kind === 'map' ? statementOf(fieldsOfMap(statement), statement.span, resources) : [],
  );
}

/** Most policies are about other things, and parsing their JSON would be for nothing. */
function jsonOf(policy: Value): Value | undefined {
  const isAbout = asText(policy)?.pieces.some(
    (piece) => piece.kind === 'piece' && piece.value.includes('execute-api'),
  );
  return isAbout ? valueOfJson(policy) : undefined;
}

function statementOf(fields: Fields, span: Span, resources: Resources): PolicyStatement[] {
  const reader = readerOf(fields);
  const field = (...names: readonly string[]) => names.find((name) => fields.get(name) !== undefined) ?? '';
  const [action, resource] = [field('actions', 'Action'), field('resources', 'Resource')];
  const actions = eachOf(reader.value(action)).flatMap((one) => placedText(one) ?? []);
  const list = eachOf(reader.value(resource)).flatMap((one) => arnOf(one, resources) ?? []);
  const names = [...actions.map(({ value }) => value), ...list];
  const effect = reader.string(field('effect', 'Effect'));
  if (effect === 'Deny' || !names.some((name) => name.includes('execute-api'))) return [];
  return [{ span, actions, resources: list, ...written({ resourceSpan: reader.span(resource) }) }];
}

/** The items of a list; what is no list is one. */
function eachOf(value: Value | undefined): readonly Value[] {
  return value?.kind === 'list' ? value.items : value ? [value] : [];
}
