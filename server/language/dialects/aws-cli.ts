import { lineStart } from '../../../core/lines.ts';
import type { Dialect } from './dialect.ts';

/** Scripts, in which parts have the names of the variables that hold their ids. */
export const awsCli: Dialect = {
  references(text, name) {
    if (!/^\w+$/.test(name)) return [];
    return [...text.matchAll(new RegExp(String.raw`(?<=[$%{(])${name}(?!\w)`, 'g'))]
      .filter(({ index }) => !/^\s*(?:#|rem\s|::)/i.test(text.slice(lineStart(text, index), index)))
      .map(({ index }) => ({ start: index, end: index + name.length }));
  },
  newName: /^[A-Za-z_]\w*$/,
};
