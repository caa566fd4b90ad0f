import type { Span } from '../../core/span.ts';

/** One line of the tree as plain data. */
export interface TreeNode {
  /** Stays the same while the line means the same, so that it stays open and selected. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** A codicon, and the theme colour that it is drawn in. */
  readonly icon: string;
  readonly color?: string;
  /** What `when` clauses of menus know it by. */
  readonly context: string;
  /** The command that a click runs; it gets `target`. */
  readonly click?: string;
  readonly target?: CommandTarget;
  readonly children?: readonly TreeNode[];
  readonly open?: boolean;
}

/** What a command is about: the one argument of every command, from a lens, the tree or a key. */
export interface CommandTarget {
  readonly uri?: string;
  readonly logicalId?: string;
  readonly routeKey?: string;
  /** A sample's name. */
  readonly sample?: string;
  readonly hit?: number;
  readonly span?: Span;
}
