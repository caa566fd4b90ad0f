import { knownText, type MadeValue, type Slot, type Value } from '../../script/value.ts';
import type { Span } from '../../span.ts';
import type { Entry, Node } from '../../syntax/node.ts';
import { lastName, pascalOf } from '../constructs/names.ts';
import { entryAt, mapAt } from '../constructs/nodes.ts';
import { optionsAt, optionsIn, type Options } from '../constructs/options.ts';
import { addConstruct, isConstruct, type Stack } from './stack.ts';

const gatewayTypes =
  /^Cfn(?:Api|Route|RouteResponse|Integration|IntegrationResponse|Model|Authorizer|Stage|Deployment|ApiMapping|DomainName)$/;

/** Properties that are structures, whose own properties CloudFormation names, too. */
const structures = new Set(['AccessLogSettings', 'DefaultRouteSettings', 'TlsConfig', 'Code', 'Environment']);
/** Properties that are maps of structures by keys of the person's own. */
const mapsOfStructures = new Set(['RouteSettings', 'RequestParameters']);

/** Adds the resource that a construct of the first level makes: `CfnApi`, `CfnRoute`, and so on. */
export function addResource(made: MadeValue, stack: Stack): void {
  const type = typeOf(made);
  if (type !== undefined) addConstruct(stack, made, type);
}

/** The type of the resource that a construct of the first level makes. */
function typeOf(made: MadeValue): string | undefined {
  const name = lastName(made.path).slice(3);
  if (isConstruct(made, gatewayTypes, /apigatewayv2|apigwv2|apigw2/i)) return `AWS::ApiGatewayV2::${name}`;
  if (isConstruct(made, /^Cfn(?:Function|Permission)$/, /lambda/i)) return `AWS::Lambda::${name}`;
  return undefined;
}

/** Gives the resources of the first level their properties, when all constructs are known. */
export function fillResource(made: MadeValue, stack: Stack): void {
  if (typeOf(made) === undefined) return;
  const draft = stack.drafts.of(stack.resolver.idOf(made));
  draft?.properties.push(...entriesOf(optionsAt(made, 2), stack));
}

/** Properties that are set past the construct, and what a resource waits for. */
export function addOverrides(made: MadeValue, stack: Stack): void {
  const name = lastName(made.path).replaceAll('_', '').toLowerCase();
  const draft = stack.drafts.of(stack.resolver.idOf(made.on));
  if (!draft) return;
  if (name === 'addpropertyoverride') {
    const [key, value] = made.positional;
    const property = knownText(key?.value)?.value;
    if (!key || !value || property === undefined || property.includes('.')) return;
    const others = draft.properties.filter((one) => one.key.value !== property);
    draft.properties.splice(0, draft.properties.length, ...others);
    draft.properties.push(entryAt(property, key.span, stack.resolver.slotNode(value)));
  }
  if (name === 'adddependency' || name === 'adddependson') {
    for (const { value } of made.positional) {
      const id = stack.resolver.idOf(value);
      if (id !== undefined) draft.dependsOn.push(id);
    }
  }
}

function entriesOf(options: Options, stack: Stack): Entry[] {
  return [...options].map(([name, slot]) => {
    const property = pascalOf(name);
    return entryAt(property, slot.key.span, valueOf(property, slot, stack));
  });
}

function valueOf(property: string, { value, span }: Slot, stack: Stack): Node {
  if (structures.has(property)) return structure(value, span, stack);
  if (mapsOfStructures.has(property) && value.kind === 'map' && hasStructures(value)) {
    const entries = [...value.entries.values()].map((slot) =>
      entryAt(slot.key.value, slot.key.span, structure(slot.value, slot.span, stack)),
    );
    return mapAt(entries, span);
  }
  return stack.resolver.nodeOf(value, span);
}

/** An integration has texts where a route has structures. */
function hasStructures(value: Extract<Value, { kind: 'map' }>): boolean {
  return [...value.entries.values()].some(({ value: one }) => one.kind === 'map' || one.kind === 'made');
}

function structure(value: Value, span: Span, stack: Stack): Node {
  const options = optionsIn(value);
  return options.size > 0 ? mapAt(entriesOf(options, stack), span) : stack.resolver.nodeOf(value, span);
}
