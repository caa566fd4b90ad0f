import { folderOf, joinPath } from '../../paths.ts';
import { valueAt, type Entry, type Node } from '../../syntax/node.ts';
import type { IncludedFiles, IncludedTree } from './included-files.ts';
import { nestingSign } from './nesting.ts';
import { propertiesOf } from './properties.ts';
import { renamed, renamedResource, type Scope } from './renamed.ts';
import { resourcesOf } from './resources.ts';
import type { Resource, Template } from './template.ts';

/** What a template has of the templates that are nested in it. */
export interface NestedParts {
  readonly resources: readonly Resource[];
  /** By section. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
}

/** Stands between the name of a nested stack and that of one of its outputs, as in `Fn::GetAtt`. */
const outputSign = '.Outputs.';

const kinds: readonly (readonly [type: string, location: string])[] = [
  ['AWS::CloudFormation::Stack', 'TemplateURL'],
  ['AWS::Serverless::Application', 'Location'],
];

/** The names of a stack's parameters, conditions, mappings and outputs are those of its sections' entries. */
const sectionNames = ['Parameters', 'Conditions', 'Mappings', 'Outputs'];

/**
 * The parts of the local templates that are nested in a template, under names that begin with the stack's, and with the
 * values of parameters that are given to them.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
 */
export function nestedParts(
  template: Template,
  path: string,
  files: IncludedFiles,
  read: (tree: IncludedTree) => Template | undefined,
): NestedParts {
  const resources: Resource[] = [];
  const entries = new Map<string, Entry[]>();
  for (const [type, property] of kinds) {
    for (const stack of resourcesOf(template, type)) {
      const location = propertiesOf(stack.properties, template).string(property);
      const tree = files.treeAt(location ?? '', path);
      const nested = tree && read(tree);
      if (!tree || !nested) continue;
      const nestedStack: NestedStack = {
        folder: folderOf(joinPath('.', location ?? '')),
        given: valueAt(stack.properties, 'Parameters'),
        scope: {
          prefix: `${stack.logicalId}${nestingSign}`,
          names: new Set([...keysOf(nested.sections.get('Parameters')), ...nested.resources.keys()]),
        },
      };
      for (const resource of nested.resources.values()) resources.push(inWhole(resource, nestedStack));
      for (const name of sectionNames) {
        const own = entriesOf(nested.sections.get(name)).map((entry) => asEntry(name, entry, nestedStack));
        entries.set(name, [...(entries.get(name) ?? []), ...own]);
      }
    }
  }
  return { resources, entries };
}

interface NestedStack {
  readonly folder: string;
  /** The values of parameters that the stack is given. */
  readonly given: Node | undefined;
  readonly scope: Scope;
}

function inWhole(resource: Resource, { scope, folder }: NestedStack): Resource {
  const node = renamedResource(resource.node, scope);
  const { logicalId, type, keySpan, span } = resource;
  return {
    logicalId: scope.prefix + logicalId,
    type,
    keySpan,
    span,
    node,
    properties: valueAt(node, 'Properties'),
    folder: joinPath(folder, resource.folder ?? '.'),
  };
}

function asEntry(section: string, { key, value }: Entry, { scope, given }: NestedStack): Entry {
  const name = key.value;
  if (section === 'Outputs' && !name.includes(outputSign)) {
    return named(`${scope.prefix.slice(0, -nestingSign.length)}${outputSign}${name}`, renamed(value, scope));
  }
  const passed = section === 'Parameters' ? valueAt(given, name) : undefined;
  const inner: Node = passed
    ? { kind: 'map', place: value.place, entries: [{ key: { ...key, value: 'Default' }, value: passed }] }
    : renamed(value, scope);
  return named(scope.prefix + name, inner);

  function named(whole: string, one: Node): Entry {
    return { key: { ...key, value: whole }, value: one };
  }
}

function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'map' ? node.entries : [];
}

function keysOf(node: Node | undefined): string[] {
  return entriesOf(node).map(({ key }) => key.value);
}
