import { withoutComments } from './without-comments.ts';

/** What a handler's source shows of how it answers and posts; a part is there only where the source is clear. */
export interface HandlerFacts {
  /** It returns a status of success with a body that it computes. */
  readonly returnsBody: boolean;
  /** It posts to the connection of the event that it handles. */
  readonly postsToCaller: boolean;
  /** It writes a connection id into an address as it is, though ids hold `=`. */
  readonly leavesIdUnencoded: boolean;
  /** It answers as an HTTP response and knows nothing of policies, as an authorizer must not. */
  readonly answersWithStatusOnly: boolean;
  /** What it answers with beside the properties that API Gateway knows. */
  readonly unknownResponseKeys: readonly string[];
  /** It is a function that nowhere returns or calls back a value. */
  readonly returnsNothing: boolean;
  /** The texts that it gives to a client of the management API as endpoint. */
  readonly endpoints: readonly string[];
  /** The names of environment variables that it gives to such a client as endpoint. */
  readonly endpointVariables: readonly string[];
}

// What is longer was put together by a bundler, and holds much beside the handler.
const longestHandler = 200_000;
const mostKept = 500;
// Two maps, because a text that was put together for a key would be hashed anew at every keystroke.
const known = { python: new Map<string, HandlerFacts>(), script: new Map<string, HandlerFacts>() };

/** Reads a handler in JavaScript, TypeScript or Python; remembers what it read of the latest texts. */
export function handlerFactsOf(source: string, runtime = ''): HandlerFacts {
  const language = runtime.startsWith('python') ? 'python' : 'script';
  const ofLanguage = known[language];
  const found = ofLanguage.get(source);
  if (found) return found;
  const facts = readFacts(
    source.length > longestHandler ? '' : withoutComments(source, language === 'python'),
  );
  const [oldest] = ofLanguage.keys();
  if (ofLanguage.size >= mostKept && oldest !== undefined) ofLanguage.delete(oldest);
  ofLanguage.set(source, facts);
  return facts;
}

function readFacts(code: string): HandlerFacts {
  const manages = /ApiGatewayManagementApi/i.test(code);
  return {
    returnsBody: returnedObjects(code).some(
      (object) => /\bstatusCode['"]?\s*:\s*2\d\d\b/.test(object) && computedBody.test(object),
    ),
    postsToCaller: manages && postsToCaller(code),
    leavesIdUnencoded: /\/@connections\/\$?\{[\w.]*connection_?id\}/i.test(code),
    answersWithStatusOnly:
      !/policyDocument|principalId/i.test(code) && /\bstatusCode['"]?\s*:\s*\d/.test(code),
    unknownResponseKeys: returnedObjects(code).flatMap(unknownKeysOf),
    returnsNothing:
      isPlainHandler.test(code) && !/\breturn\b|=>\s*[^\s{]|\b(?:callback|cb|done|succeed)\b/.test(code),
    endpoints: manages ? [...code.matchAll(endpointText)].map(([, , text = '']) => text) : [],
    endpointVariables: manages
      ? [...code.matchAll(endpointVariable)].map(([, script, python]) => script ?? python ?? '')
      : [],
  };
}

/** A constant text is what samples answer that nobody reads; only what is computed is meant for the client. */
const computedBody =
  /(?:^|[{,\s])['"]?body['"]?\s*:\s*(?!\s|['"`]|undefined\b|null\b|None\b|\{)|[{,]\s*body\s*[,}]/;

const endpoint = String.raw`\bendpoint(?:_url)?['"]?\s*[:=]\s*`;
const endpointText = new RegExp(String.raw`${endpoint}f?(['"${'`'}])((?:\\.|(?!\1)[^\\\n])*)\1`, 'g');
const endpointVariable = new RegExp(
  String.raw`${endpoint}(?:process\.env\.(\w+)|os\.environ(?:\.get\(|\[)\s*['"](\w+)['"][\])])\s*[,;)}\n]`,
  'g',
);

/** A handler that nothing wraps. */
const isPlainHandler =
  /\bhandler\s*=\s*async\s*(?:\([^()]*\)|\w+)\s*=>\s*\{|\basync\s+function\s+handler\b|^(?:async\s+)?def\s+\w*handler\w*\s*\(/m;

const responseKeys = ['statusCode', 'headers', 'multiValueHeaders', 'body', 'isBase64Encoded', 'cookies'];

/** The other properties of an object with a status code; none of one that is put together. */
function unknownKeysOf(object: string): string[] {
  const flat = flattened(object.slice(1, -1));
  if (!/\bstatusCode\b/.test(flat) || flat.includes('...')) return [];
  return [...flat.matchAll(/(?:^|,)\s*['"]?([A-Za-z_]\w*)['"]?\s*(?=[:,]|$)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !responseKeys.includes(name));
}

/** A list of properties without what stands in brackets and quotes. */
function flattened(code: string): string {
  const texts = /:\s*(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\[^]|[^`\\])*`)/g;
  let depth = 0;
  let flat = '';
  for (const character of code.replaceAll(texts, ': 0')) {
    if ('({['.includes(character)) depth++;
    if (depth === 0) flat += character;
    if (')}]'.includes(character)) depth--;
  }
  return flat;
}

/** Objects that functions return, which may hold objects themselves. */
function returnedObjects(code: string): string[] {
  return [...code.matchAll(/(?:\breturn|=>)\s*\(?\s*(\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})/g)].map(
    ([, object = '']) => object,
  );
}

const callersId = /(?:event|evt|e)(?:\.|\[['"])request_?Context(?:\.|['"]\]\[['"])connectionId/i.source;

/** The name `connectionId` counts only if the file gives it no other meaning. */
function postsToCaller(code: string): boolean {
  const parameter = String.raw`\bConnectionId['"]?\s*[:=]\s*`;
  if (new RegExp(parameter + callersId).test(code)) return true;
  const named = new RegExp(String.raw`${parameter}(?:connectionId|connection_id)\b`).test(code);
  const bindings = [
    ...code.matchAll(
      /\b(?:const|let|var)\s+connectionId\b|[{,(]\s*connectionId\s*[,})](?=[^;\n]{0,200}(?:=|=>))|\bconnectionId\s*=>|^\s*connection_id\s*=|\bfor\s+connection_id\b/gm,
    ),
  ];
  const own = new RegExp(
    String.raw`(?:connectionId|connection_id)\s*=\s*${callersId}|\{[^{}]{0,200}\bconnectionId\b[^{}]{0,200}\}\s*=\s*event\.requestContext\b`,
  );
  return named && bindings.length === 1 && own.test(code);
}
