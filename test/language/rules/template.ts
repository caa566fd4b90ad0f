/** A CloudFormation template of the API \`Chat\` with further resources. */
export function template(...resources: readonly string[]): string {
  return `Resources:
  Chat:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: chat
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: $request.body.action
${resources.join('')}`;
}

/** A resource of the API \`Chat\`; the type without \`AWS::ApiGatewayV2::\`. */
export function part(logicalId: string, type: string, properties: string): string {
  return resource(logicalId, `AWS::ApiGatewayV2::${type}`, `ApiId: !Ref Chat\n${properties.trim()}`);
}

/** A resource with the lines of its properties. */
export function resource(logicalId: string, type: string, properties: string): string {
  return `  ${logicalId}:
    Type: ${type}
    Properties:
${indented(properties, 6)}
`;
}

/** A route with its key, and more lines of properties. */
export function route(logicalId: string, routeKey: string, properties = ''): string {
  return part(logicalId, 'Route', `RouteKey: ${routeKey}\n${properties}`);
}

function indented(lines: string, by: number): string {
  return lines
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}
