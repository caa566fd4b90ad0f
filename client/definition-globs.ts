/** Files that may define APIs, by what their names end with; the language server looks closer. */
export const definitionGlob =
  '**/*.{yaml,yml,json,jsonc,template,tf,tfvars,toml,arc,sh,bash,zsh,ps1,cmd,bat,ts,mts,cts,js,mjs,cjs,py,java,cs}';

/** What is looked for before any file is open: definitions, and files by which a project in code is known. */
export const firstGlobs = [
  '**/template.{yaml,yml,json}',
  '**/*.tf',
  '**/serverless.{yml,yaml,json,ts}',
  '**/{app.arc,cdk.json,sst.config.ts,Pulumi.yaml,Pulumi.yml}',
  '**/.chalice/config.json',
];

/** Where nobody looks for definitions. */
export const skippedGlob = '**/{node_modules,.git,.aws-sam,.serverless,.terraform,cdk.out,.venv}/**';
