/** One handler and what becomes of it. */
export interface RuntimeRow {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** The answer as JSON text, or the error. */
  readonly gives: string | { readonly errorType: string; readonly errorMessage: RegExp };
  readonly prints?: readonly string[];
  readonly runtime?: string;
  readonly handler?: string;
  readonly packages?: readonly string[];
}

const js = (code: string): Record<string, string> => ({ 'app.js': `exports.handler = ${code};` });
const mjs = (code: string): Record<string, string> => ({ 'app.mjs': code });

/** What a handler may be. */
export const shapes: readonly RuntimeRow[] = [
  { what: 'an async function', files: js('async (event) => ({ got: event })'), gives: '{"got":{"a":1}}' },
  { what: 'a function with a value', files: js('() => ({ a: 1 })'), gives: '{"a":1}' },
  {
    what: 'a callback',
    files: js('(event, context, callback) => { setTimeout(() => callback(null, "later"), 5); return 7; }'),
    gives: '"later"',
  },
  {
    what: 'a callback while something still runs',
    files: js(`(event, context, callback) => {
      context.callbackWaitsForEmptyEventLoop = false;
      setInterval(() => {}, 1e6);
      callback(null, 1);
    }`),
    gives: '1',
  },
  { what: 'context.succeed', files: js('(event, context) => { context.succeed("yes"); }'), gives: '"yes"' },
  { what: 'an ES module', files: mjs('export const handler = async () => "module";'), gives: '"module"' },
  {
    what: 'an ES module by package.json',
    files: { 'package.json': '{"type":"module"}', 'app.js': 'export const handler = async () => "module";' },
    gives: '"module"',
  },
  {
    what: 'a module that is awaited',
    files: mjs('const a = await Promise.resolve(5); export const handler = async () => a;'),
    gives: '5',
  },
  { what: 'a .cjs file', files: { 'app.cjs': 'exports.handler = async () => "cjs";' }, gives: '"cjs"' },
  {
    what: 'TypeScript',
    files: { 'app.ts': 'export const handler = async (event: { a: number }): Promise<number> => event.a;' },
    gives: '1',
  },
  {
    what: 'TypeScript that needs a compiler, where the project has esbuild',
    files: {
      'app.ts':
        'import { One } from "./one"; export const handler = async () => [One.A, __filename.slice(-6)];',
      'one.ts': 'export enum One { A = "enum" }',
    },
    packages: ['esbuild'],
    gives: '["enum","app.ts"]',
  },
  {
    what: 'a function inside an object',
    files: { 'app.js': 'exports.routes = { join: async () => "joined" };' },
    handler: 'app.routes.join',
    gives: '"joined"',
  },
  {
    what: 'a function of a default export',
    files: mjs('export default { handler: async () => "default" };'),
    gives: '"default"',
  },
];

/** What a handler may answer and print. */
export const answers: readonly RuntimeRow[] = [
  { what: 'nothing', files: js('async () => {}'), gives: 'null' },
  { what: 'nothing, not even a promise', files: js('() => {}'), gives: 'null' },
  {
    what: 'an answer beside lines that look like one',
    files: js(`async () => {
      console.log('{"statusCode":500}');
      process.stdout.write('no newline');
      return 1;
    }`),
    gives: '1',
    prints: ['{"statusCode":500}', 'no newline'],
  },
  {
    what: 'the context',
    files: js(`async (event, context) => [
      context.functionName,
      context.memoryLimitInMB,
      context.awsRequestId.length,
      context.getRemainingTimeInMillis() > 1000,
      context.invokedFunctionArn,
    ]`),
    gives: '["F","128",36,true,"arn:aws:lambda:us-east-1:123456789012:function:F"]',
  },
  {
    what: 'something that cannot be JSON',
    files: js('async () => { const a = {}; a.a = a; return a; }'),
    gives: { errorType: 'Runtime.MarshalError', errorMessage: /^Unable to stringify the answer: / },
  },
  {
    what: 'more than 6 MB',
    files: js('async () => "x".repeat(7e6)'),
    gives: {
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: /^Response payload size \(7000002 bytes\) exceeded .* \(6291556 bytes\)\.$/,
    },
  },
];

/** What may go wrong while a handler runs. */
export const failures: readonly RuntimeRow[] = [
  {
    what: 'throws',
    files: js('async () => { throw new TypeError("no"); }'),
    gives: { errorType: 'TypeError', errorMessage: /^no$/ },
  },
  {
    what: 'throws a text',
    files: js('async () => { throw "no"; }'),
    gives: { errorType: 'string', errorMessage: /^no$/ },
  },
  {
    what: 'throws before its promise',
    files: js('() => { throw new Error("early"); }'),
    gives: { errorType: 'Error', errorMessage: /^early$/ },
  },
  {
    what: 'gives an error to the callback',
    files: js('(event, context, callback) => { callback(new RangeError("no")); }'),
    gives: { errorType: 'RangeError', errorMessage: /^no$/ },
  },
  {
    what: 'has an error that nobody catches',
    files: js('() => new Promise(() => setTimeout(() => { throw new Error("lost"); }, 5))'),
    gives: { errorType: 'Error', errorMessage: /^lost$/ },
  },
  {
    what: 'has a rejection that nobody catches',
    files: js(`() => new Promise(() => {
      void Promise.reject(new Error('lost'));
      setTimeout(() => {}, 1e6);
    })`),
    gives: { errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: /^lost$/ },
  },
  {
    what: 'ends the process',
    files: js('async () => process.exit(1)'),
    gives: { errorType: 'Runtime.ExitError', errorMessage: /Runtime exited with error: exit status 1$/ },
  },
  {
    what: 'ends the process without a reason',
    files: js('async () => process.exit(0)'),
    gives: { errorType: 'Runtime.ExitError', errorMessage: /Runtime exited without providing a reason$/ },
  },
  {
    what: 'takes too long',
    files: js('() => new Promise((done) => setTimeout(done, 1e6))'),
    gives: {
      errorType: 'Sandbox.Timedout',
      errorMessage: /^\S+ [\da-f-]{36} Task timed out after 2\.00 seconds$/,
    },
  },
];

/** What may keep a handler from being loaded. */
export const loadFailures: readonly RuntimeRow[] = [
  {
    what: 'a name that is not exported',
    files: { 'app.js': 'exports.main = async () => 1; exports.other = 2;' },
    gives: {
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: /^app\.js\.handler is undefined or not exported; it exports main, other\.$/,
    },
  },
  {
    what: 'a name that is no function',
    files: { 'app.js': 'exports.handler = 5;' },
    gives: { errorType: 'Runtime.HandlerNotFound', errorMessage: /^app\.js\.handler is not a function\.$/ },
  },
  {
    what: 'a package that is not installed',
    files: { 'app.js': 'require("not-installed"); exports.handler = async () => 1;' },
    gives: { errorType: 'Runtime.ImportModuleError', errorMessage: /Cannot find module 'not-installed'/ },
  },
  {
    what: 'a syntax error',
    files: mjs('export const handler = ;'),
    gives: { errorType: 'Runtime.UserCodeSyntaxError', errorMessage: /^SyntaxError: / },
  },
  {
    what: 'an error at the top of the file',
    files: { 'app.js': 'throw new Error("at the top");' },
    gives: { errorType: 'Error', errorMessage: /^at the top$/ },
  },
  {
    what: 'a callback on Node.js 24',
    files: js('(event, context, callback) => callback(null, 1)'),
    runtime: 'nodejs24.x',
    gives: {
      errorType: 'Runtime.CallbackHandlerDeprecated',
      errorMessage: /no callbacks from Node\.js 24 on/,
    },
  },
];
