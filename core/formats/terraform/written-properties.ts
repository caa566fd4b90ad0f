import type { Properties, Property } from '../../api.ts';
import type { Fields } from './fields.ts';
import { readerOf } from './reader.ts';

/** Longer texts are code and schemas, which have fields of their own. */
const longestSetting = 500;

/** Names that are not CloudFormation's with other capitals. */
const names: Readonly<Record<string, string>> = {
  timeout_milliseconds: 'TimeoutInMillis',
  identity_sources: 'IdentitySource',
  request_parameter: 'RequestParameters',
  filename: 'Code',
};

/** What Terraform alone knows; nothing of it is a property. */
const meta = new Set([
  'count',
  'for_each',
  'provider',
  'depends_on',
  'lifecycle',
  'source',
  'version',
  'tags',
]);

/** The properties that a part is written with, by CloudFormation's names. */
export function writtenProperties(fields: Fields, own: Readonly<Record<string, string>> = {}): Properties {
  const reader = readerOf(fields);
  return Object.fromEntries(
    fields
      .names()
      .filter((name) => !meta.has(name))
      .map((name): [string, Property] => {
        const span = fields.get(name)?.keySpan ?? { start: 0, end: 0 };
        const text = reader.text(name);
        const isSetting = text && text.value.length <= longestSetting;
        return [
          nameIn(own, name) ?? nameIn(names, name) ?? capitals(name),
          isSetting ? { span, text } : { span },
        ];
      }),
  );
}

function nameIn(known: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(known, name) ? known[name] : undefined;
}

/** `api_key_required` → `ApiKeyRequired`. */
function capitals(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
