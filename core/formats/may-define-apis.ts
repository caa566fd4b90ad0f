/** By kind of definition, a text that every file of the kind has; files without any of them cost nothing. */
const marks = {
  cloudFormation: 'AWS::ApiGatewayV2::',
  sam: 'AWS::Serverless::WebSocketApi',
} as const;

/** The kinds of definitions; `formats.ts` has the reader of each. */
export type FormatKind = keyof typeof marks;

/** Whether it is worth reading the text: it names a resource that defines APIs. Below 1 ms for 1 MB. */
export function mayDefineApis(text: string): boolean {
  return Object.values(marks).some((mark) => text.includes(mark));
}
