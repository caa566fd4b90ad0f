import { sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { watch } from 'chokidar';

/** Watches folders of code. */
export interface CodeWatch {
  /** Watches one more folder, once; only files that end so count. */
  follow(folder: string, extensions: readonly string[]): void;
  /** Watches no other folders than these any more. */
  retain(folders: ReadonlySet<string>): void;
  close(): Promise<void>;
}

/**
 * Calls back with the folder when a source file in it changes. Data files do not count, because
 * functions write them; neither do installed packages, because there are too many of them.
 */
export function watchCode(changed: (folder: string) => void): CodeWatch {
  const watchers = new Map<string, FSWatcher>();
  return {
    follow: (folder, extensions) => {
      if (watchers.has(folder)) return;
      const ignored = (path: string): boolean =>
        /[\\/](?:node_modules|\.[^\\/]*)$/.test(path) && path !== folder;
      const watcher = watch(folder, {
        ignored,
        ignoreInitial: true,
        persistent: false,
        followSymlinks: false,
      });
      watcher.on('all', (_, path) => {
        if (path.startsWith(folder + sep) && extensions.some((one) => path.endsWith(one))) changed(folder);
      });
      // A folder that cannot be watched is no reason to stop: its code is then only read once.
      watcher.on('error', () => undefined);
      watchers.set(folder, watcher);
    },
    retain: (folders) => {
      for (const [folder, watcher] of watchers) {
        if (folders.has(folder)) continue;
        watchers.delete(folder);
        void watcher.close();
      }
    },
    close: async () => {
      await Promise.all([...watchers.values()].map((watcher) => watcher.close()));
      watchers.clear();
    },
  };
}
