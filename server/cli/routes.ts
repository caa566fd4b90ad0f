import { integrationOf, type Api } from '../../core/api.ts';
import { placeAt } from '../../core/formats/file-at.ts';
import { nothingFound, readDefinitionFiles, type DefinitionFile } from './definition-files.ts';
import { outlineOf } from './outline.ts';

/** The options of `routescope routes`. */
export interface RoutesOptions {
  readonly json?: boolean;
}

/** Lists the APIs of a file or folder; 1 where there is none because the file cannot be read. */
export async function listRoutes(path: string, { json = false }: RoutesOptions): Promise<number> {
  const files = await readDefinitionFiles(path);
  const problems = files.flatMap((file) =>
    file.reading.problems.map(({ message, span }) => ({
      file: file.name,
      ...placeAt(file.reading, span.start),
      message,
    })),
  );
  const found = files.some(({ reading }) => reading.apis.length > 0);
  if (!found) process.stderr.write(`routescope: ${nothingFound(path, files)}\n`);
  if (json) {
    const apis = files.flatMap(({ name, reading }) =>
      reading.apis.map((api) => outlineOf(api, name, reading)),
    );
    process.stdout.write(`${JSON.stringify({ apis, problems }, null, 2)}\n`);
  } else {
    for (const file of files) for (const api of file.reading.apis) process.stdout.write(describe(api, file));
    const lines = problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}\n`);
    if (found) process.stderr.write(lines.join(''));
  }
  return found || problems.length === 0 ? 0 : 1;
}

/** An API for people: a heading, and a line for each route. */
function describe(api: Api, { name, reading }: DefinitionFile): string {
  const expression = api.routeSelectionExpression?.value ?? 'no route selection expression';
  const rows = api.routes.map((route) => {
    const integration = integrationOf(api, route);
    const { target } = integration ?? {};
    const called =
      target?.kind === 'lambda' ? target.ref : target && 'uri' in target ? target.uri : undefined;
    return [
      route.routeKey?.value ?? route.routeKeyRaw ?? '?',
      integration?.integrationType ?? 'no integration',
      called ?? '',
      `line ${placeAt(reading, route.span.start).line}`,
    ];
  });
  const stages = api.stages.map((stage) => stage.name).join(', ');
  const heading = `${api.name}  ${expression}  ${name}${stages && `  (${stages})`}\n`;
  return `${heading}${columns(rows)}\n`;
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}
