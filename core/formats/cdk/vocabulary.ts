import { knownText, pathOf } from '../../script/value.ts';
import type { Vocabulary } from '../constructs/resolver.ts';

const pseudoParameters: Readonly<Record<string, string>> = {
  region: 'AWS::Region',
  account: 'AWS::AccountId',
  accountid: 'AWS::AccountId',
  partition: 'AWS::Partition',
  urlsuffix: 'AWS::URLSuffix',
  stackname: 'AWS::StackName',
};

/** The CDK's names: `this.region`, `Aws.ACCOUNT_ID`, and the id that every construct has in its scope. */
export const cdkVocabulary: Vocabulary = {
  nameOf: (made) => knownText(made.positional[1]?.value)?.value,
  pseudoOf(value) {
    if (value.kind !== 'part') return undefined;
    const owner = value.of;
    const isStack =
      owner.kind === 'instance' || /(?:^|\.)(?:Stack(?:\.of)?|Aws|this|self)$/.test(pathOf(owner));
    return isStack ? pseudoParameters[value.name.replaceAll('_', '').toLowerCase()] : undefined;
  },
};
