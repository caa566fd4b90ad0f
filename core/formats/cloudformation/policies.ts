import type { PolicyStatement } from '../../api.ts';
import { outerOf, valueAt, type Node } from '../../syntax/node.ts';
import { written } from '../written.ts';
import { textWithReferences } from './display.ts';
import { keep } from './kept.ts';
import { propertiesOf } from './properties.ts';
import { follow } from './resolve.ts';
import { resourcesOf } from './resources.ts';
import type { Resource, Template } from './template.ts';
import { writtenTexts } from './written-pairs.ts';

const types = [
  ...['Policy', 'ManagedPolicy', 'RolePolicy', 'Role'].map((name) => `AWS::IAM::${name}`),
  'AWS::Serverless::Function',
];

/** The statements of the template's policies that allow something about `execute-api`. */
export function readPolicies(template: Template): PolicyStatement[] {
  return types.flatMap((type) =>
    resourcesOf(template, type).flatMap((resource) => keep(resource, template, statementsOf)),
  );
}

function statementsOf(resource: Resource, template: Template): PolicyStatement[] {
  const properties = propertiesOf(resource.properties, template);
  // SAM takes a document as it is, too. Its policy templates have no statement of their own.
  const listed = eachOf(properties.node('Policies')).map((one) => valueAt(one, 'PolicyDocument') ?? one);
  return [...eachOf(properties.node('PolicyDocument')), ...listed]
    .flatMap((document) => eachOf(propertiesOf(follow(document, template), template).node('Statement')))
    .flatMap((statement) => readStatement(statement, template));
}

function readStatement(node: Node, template: Template): PolicyStatement[] {
  const statement = propertiesOf(node, template);
  const actions = writtenTexts(statement.node('Action'), template) ?? [];
  const resource = statement.node('Resource');
  const resources = eachOf(resource).flatMap((one) => textWithReferences(one, template) ?? []);
  const names = [...actions.map(({ value }) => value), ...resources];
  if (statement.string('Effect') === 'Deny' || !names.some((name) => name.includes('execute-api'))) return [];
  return [
    {
      span: outerOf(node),
      actions,
      resources,
      ...written({ resourceSpan: resource && outerOf(resource) }),
    },
  ];
}

/** The items of a list; what is no list is one. */
function eachOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : node ? [node] : [];
}
