/** What a definition of a kind looks like from outside. */
interface Look {
  /** What its path ends with, as lower case is. */
  readonly path: RegExp;
  /** Every file of the kind holds all of these; the first is what most others lack, for they cost nothing more. */
  readonly marks: readonly RegExp[];
}

/** What a template says where it makes a part of an API itself. */
export const ownParts = /AWS::(?:ApiGatewayV2::|Serverless::WebSocketApi)/;

/** By kind of definition; `formats.ts` has the reader of each. */
const looks = {
  architect: {
    path: /(?:^|[\\/])(?:[^\\/]*\.arc|arc\.(?:json|ya?ml))$/,
    marks: [/@ws|"ws"|ws:/],
  },
  template: {
    path: /\.(?:ya?ml|json|jsonc|template)$/,
    // A template can also put together what stands in local ones.
    marks: [
      /AWS::(?:ApiGatewayV2::|CloudFormation::Stack|Serverless::(?:WebSocketApi|Application))/,
      new RegExp(
        String.raw`${ownParts.source}|(?:TemplateURL|Location)["']?:\s*["']?[\w./-]+\.(?:ya?ml|json|template)\b`,
      ),
    ],
  },
  cdk: {
    path: /(?<!\.d)\.(?:[cm]?[jt]sx?|py)$/,
    marks: [/WebSocketApi|WebSocketRoute|CfnApi/, /(?:WebSocketApi|CfnApi)(?:[()]| \{)|WebSocketRoute\(/],
  },
  'cdk-words': {
    path: /\.(?:java|cs)$/,
    marks: [/WebSocketApi|CfnApi/],
  },
  'pulumi-script': {
    path: /(?<!\.d)\.(?:[cm]?[jt]sx?|py)$/,
    marks: [/apigatewayv2\.(?:Api|Route)\(/, /pulumi/],
  },
  'pulumi-yaml': {
    path: /\.ya?ml$/,
    marks: [/aws:apigatewayv2[:/]/],
  },
  sst: {
    path: /(?<!\.d)\.[cm]?[jt]sx?$/,
    marks: [/WebSocket/, /ApiGatewayWebSocket\(|sst\/constructs|@serverless-stack\//],
  },
  chalice: {
    path: /\.py$/,
    marks: [/chalice/, /\.on_ws_/],
  },
  serverless: {
    path: /\.(?:ya?ml|json)$|(?:^|[\\/])serverless\.[mc]?[jt]s$/,
    marks: [/functions/, /provider/, /websocket|\$\{file\(|import |require\(/],
  },
  terraform: {
    path: /\.tf(?:\.json)?$/,
    marks: [/aws_apigatewayv2_|apigateway-v2|WEBSOCKET|aws_cloudformation_stack/],
  },
  'aws-cli': {
    path: /\.(?:sh|bash|zsh|ksh|ps1|psm1|cmd|bat)$/,
    marks: [/apigatewayv2/],
  },
  'aws-cli-json': {
    path: /\.json$/,
    marks: [/"RouteSelectionExpression"/, /"ProtocolType"/],
  },
} as const satisfies Readonly<Record<string, Look>>;

/** The kinds of definitions. */
export type FormatKind = keyof typeof looks;

const kinds = Object.keys(looks) as readonly FormatKind[];

/** The kinds that a file may be read as: its name fits, and it holds the marks of the kind. Below 1 ms for 1 MB. */
export function kindsOf(path: string, text: string): readonly FormatKind[] {
  return kindsOfPath(path).filter((kind) => looks[kind].marks.every((mark) => mark.test(text)));
}

/** The kinds that a file of that name may be read as. */
export function kindsOfPath(path: string): readonly FormatKind[] {
  const name = path.toLowerCase();
  return kinds.filter((kind) => looks[kind].path.test(name));
}

/** Whether it is worth reading the file. */
export function mayDefineApis(path: string, text: string): boolean {
  return kindsOf(path, text).length > 0;
}

/** Whether a file of that path can define APIs, judged without reading it. */
export function mayBeDefinitionPath(path: string): boolean {
  return kindsOfPath(path).length > 0;
}
