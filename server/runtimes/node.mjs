// Runs a Node.js Lambda function: node node.mjs FILE EXPORT, with the Lambda Runtime API at AWS_LAMBDA_RUNTIME_API.
// https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html
import { createRequire, syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { basename, dirname, extname } from 'node:path';
import tls from 'node:tls';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { Worker } from 'node:worker_threads';

const [file, exported] = process.argv.slice(2);
const api = new URL(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/`);
let connection;
const exit = process.exit.bind(process);
// From Node.js 24 on, Lambda knows no callbacks.
const hasCallbacks = !/nodejs(?:2[4-9]|[3-9]\d)/.test(process.env.AWS_EXECUTION_ENV ?? '');

reachGatewayUnderAwsNames();
endWithEmulator();
let handler;
try {
  handler = await loadHandler();
} catch (error) {
  await send('init/error', describeError(error));
  exit(1);
}
let currentId;
let whenNothingIsLeft;
process.on('beforeExit', () => whenNothingIsLeft?.());
process.on('uncaughtException', (error) => endBecauseOf(error));
process.on('unhandledRejection', (reason) => endBecauseOf(reason, 'Runtime.UnhandledPromiseRejection'));

for (;;) {
  const { headers, body } = await request('GET', 'invocation/next');
  currentId = headers['lambda-runtime-aws-request-id'];
  process.env['_X_AMZN_TRACE_ID'] = headers['lambda-runtime-trace-id'];
  let outcome;
  try {
    const result = await run(JSON.parse(body), headers);
    outcome = ['response', toJson(result)];
  } catch (error) {
    outcome = ['error', describeError(error)];
  }
  const id = currentId;
  currentId = undefined;
  await send(`invocation/${id}/${outcome[0]}`, outcome[1]);
}

/** An error that nobody catches ends the process, as on Lambda; who waits for an answer is told the reason first. */
function endBecauseOf(reason, errorType) {
  if (currentId !== undefined) {
    void send(`invocation/${currentId}/error`, describeError(reason, errorType)).then(() => exit(128));
    return;
  }
  console.error(reason);
  exit(128);
}

/** Calls the handler in each of the ways in which it may answer: a promise, a value, the callback, or not at all. */
function run(event, headers) {
  return new Promise((resolve, reject) => {
    const settle = (error, result) => {
      whenNothingIsLeft = undefined;
      if (error !== undefined && error !== null) reject(error);
      else resolve(result);
    };
    const context = contextOf(headers);
    const callback = (error, result) => {
      const waits = context.callbackWaitsForEmptyEventLoop && (error === undefined || error === null);
      if (waits) whenNothingIsLeft = () => settle(error, result);
      else settle(error, result);
    };
    if (hasCallbacks)
      Object.assign(context, {
        callbackWaitsForEmptyEventLoop: true,
        done: callback,
        succeed: (result) => callback(null, result),
        fail: (error) => callback(error ?? 'handled'),
      });
    // Nothing is left that could still answer: Lambda then answers null.
    whenNothingIsLeft = () => settle(null, null);
    const returned = hasCallbacks ? handler(event, context, callback) : handler(event, context);
    if (typeof returned?.then === 'function')
      returned.then(
        (result) => settle(null, result),
        (error) => settle(error ?? new Error(String(error))),
      );
    else if (!hasCallbacks || (returned !== undefined && handler.length < 3)) settle(null, returned);
  });
}

function contextOf(headers) {
  const env = process.env;
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    functionVersion: env.AWS_LAMBDA_FUNCTION_VERSION,
    functionName: env.AWS_LAMBDA_FUNCTION_NAME,
    memoryLimitInMB: env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    logGroupName: env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: env.AWS_LAMBDA_LOG_STREAM_NAME,
    clientContext: undefined,
    identity: undefined,
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
}

async function loadHandler() {
  const module = await loadModule();
  const names = exported.split('.');
  let found = module;
  for (const name of names) found = found?.[name];
  found ??= names.reduce((value, name) => value?.[name], module.default);
  if (found === undefined) {
    const all = [...new Set([...Object.keys(module), ...Object.keys(Object(module.default))])];
    const others = all.filter((name) => name !== 'default' && name !== 'module.exports');
    const hint = others.length > 0 ? `it exports ${others.join(', ')}` : 'it exports nothing';
    throw initError(
      'Runtime.HandlerNotFound',
      `${basename(file)}.${exported} is undefined or not exported; ${hint}.`,
    );
  }
  if (typeof found !== 'function')
    throw initError('Runtime.HandlerNotFound', `${basename(file)}.${exported} is not a function.`);
  if (!hasCallbacks && found.length >= 3)
    throw initError(
      'Runtime.CallbackHandlerDeprecated',
      'Lambda has no callbacks from Node.js 24 on: make the handler an async function of event and context.',
    );
  return found;
}

async function loadModule() {
  const isTypeScript = /^\.[cm]?ts$/.test(extname(file));
  try {
    if (isTypeScript && !process.features.typescript) return await bundleTypeScript();
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error?.errorType) throw error;
    const code = error?.code;
    // Syntax that Node.js cannot strip (enums, decorators) and imports without their suffix need a compiler.
    if (isTypeScript && process.features.typescript) {
      const bundled = await bundleTypeScript().catch(() => undefined);
      if (bundled) return bundled;
    }
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND')
      throw initError('Runtime.ImportModuleError', `Error: ${error.message}`, error.stack);
    if (error instanceof SyntaxError)
      throw initError('Runtime.UserCodeSyntaxError', `SyntaxError: ${error.message}`, error.stack);
    throw error;
  }
}

/** TypeScript by the project's own esbuild, where it has one. */
async function bundleTypeScript() {
  const projectRequire = createRequire(file);
  let esbuild;
  try {
    esbuild = projectRequire('esbuild');
  } catch {
    throw initError(
      'Runtime.ImportModuleError',
      `${basename(file)} is TypeScript, which Node.js ${process.versions.node} does not run: use Node.js 22.18 or newer, or install esbuild in the project.`,
    );
  }
  const { outputFiles } = await esbuild.build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: `node${process.versions.node}`,
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  process.setSourceMapsEnabled(true);
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  const module = { exports: {} };
  const run = compileFunction(outputFiles[0].text, names, { filename: file });
  run(module.exports, projectRequire, module, file, dirname(file));
  return module.exports;
}

function initError(errorType, message, stack) {
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return Object.assign(error, { errorType });
}

function describeError(error, errorType) {
  const isError = error instanceof Error;
  return JSON.stringify({
    errorType: errorType ?? error?.errorType ?? (isError ? error.name : typeof error),
    errorMessage: isError ? error.message : typeof error === 'string' ? error : toJson(error),
    stackTrace: isError ? stackOf(error) : [],
  });
}

/** The lines of a stack that are not of this program; a syntax error's begin with where it stands. */
function stackOf(error) {
  const lines = String(error.stack).split('\n');
  const text = `${error.name}: ${error.message}`.split('\n');
  return lines.filter(
    (line) => line.trim() !== '' && !text.includes(line) && !line.includes(import.meta.url),
  );
}

/** JSON of a result; nothing at all is null. */
function toJson(value) {
  try {
    return JSON.stringify(value === undefined ? null : value) ?? 'null';
  } catch (error) {
    throw initError('Runtime.MarshalError', `Unable to stringify the answer: ${error.message}`);
  }
}

/**
 * Ends this process when the emulator is gone, which the end of a pipe tells, even while a handler keeps the main
 * thread busy for ever: so another thread looks.
 */
function endWithEmulator() {
  const program = `
    const pipe = new (require('node:net').Socket)({ fd: 3 });
    pipe.on('error', () => {}).on('close', () => process.kill(process.pid, 'SIGKILL')).resume();`;
  new Worker(program, { eval: true, execArgv: [], env: {} }).on('error', () => {}).unref();
}

function send(path, body) {
  return request('POST', path, body);
}

/**
 * A call of the Runtime API, one at a time over one connection; written by hand because it is twice as fast as
 * `node:http` here, and every message pays for it. When the emulator is gone there is nothing left to do.
 */
function request(method, path, body = '') {
  if (!connection) {
    const { hostname, port } = api;
    connection = net.connect({ host: hostname, port: Number(port), noDelay: true });
    connection.once('close', end).on('error', end);
  }
  const head = `${method} ${api.pathname}${path} HTTP/1.1\r\nHost: ${api.host}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  connection.ref().write(head + body);
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const take = (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (end === -1) return;
      const headers = headersOf(received.toString('latin1', 0, end));
      const start = end + 4;
      const length = Number(headers['content-length'] ?? 0);
      if (received.length < start + length) return;
      // Only the handler keeps the process busy while it runs.
      connection.off('data', take).unref();
      resolve({ headers, body: received.toString('utf8', start, start + length) });
    };
    connection.on('data', take);
  });
}

/** Ends this process and those that the handler has started: the emulator makes it the leader of a group. */
function end() {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    exit(0);
  }
}

function headersOf(head) {
  const lines = head.split('\r\n').slice(1);
  const pairs = lines.map((line) => /^([^:]*):\s*(.*?)\s*$/.exec(line)?.slice(1) ?? [line, '']);
  return Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]));
}

/**
 * Makes TLS connections to the gateway's AWS names plain connections to the emulator, so that a handler posts to
 * `https://{domainName}/{stage}` unchanged: by the AWS SDK, `https`, `fetch` or anything else that uses `tls`.
 */
function reachGatewayUnderAwsNames() {
  const { port, hosts } = JSON.parse(process.env.ROUTESCOPE_GATEWAY ?? '{"hosts":[]}');
  delete process.env.ROUTESCOPE_GATEWAY;
  const connect = tls.connect;
  tls.connect = (...parameters) => {
    const options = parameters.find((one) => typeof one === 'object' && one !== null) ?? {};
    const host =
      options.servername || options.host || (typeof parameters[1] === 'string' ? parameters[1] : '');
    if (!hosts.includes(host)) return connect(...parameters);
    const socket = net.connect({ host: '127.0.0.1', port });
    Object.assign(socket, { encrypted: true, authorized: true, alpnProtocol: false });
    const callback = parameters.findLast((one) => typeof one === 'function');
    if (callback) socket.once('secureConnect', callback);
    socket.once('connect', () => socket.emit('secureConnect'));
    return socket;
  };
  syncBuiltinESMExports();
}
