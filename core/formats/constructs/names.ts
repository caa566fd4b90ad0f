/** `route_key` and `routeKey` as the libraries for TypeScript have it: `routeKey`. */
export function camelOf(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])_+([a-z\d])/gi, (_, letter: string) => letter.toUpperCase());
}

/** As CloudFormation has it: `RouteKey`. */
export function pascalOf(name: string): string {
  const camel = camelOf(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** The last part of a dotted name. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
