import { folderOf, joinPath } from '../../paths.ts';
import { valueAt, type Entry, type Node } from '../../syntax/node.ts';
import type { Included } from '../source.ts';
import { piecesOf, staticText } from './resolve.ts';
import { renamed, type Scope } from './renamed.ts';
import type { Resource, Template } from './template.ts';
