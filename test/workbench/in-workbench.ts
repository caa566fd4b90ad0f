import type { TemporaryFolder } from '../kit/temporary-folder.ts';
import { openWorkbench, type Workbench, type WorkbenchTestOptions } from './open-workbench.ts';

/** Opens a folder in VS Code, does something there, and keeps a picture of the end if that failed. */
export async function inWorkbench(
  name: string,
  folder: TemporaryFolder,
  options: Omit<WorkbenchTestOptions, 'folder'>,
  act: (workbench: Workbench) => Promise<void>,
): Promise<void> {
  const workbench = await openWorkbench({ folder: folder.path, ...options });
  try {
    await act(workbench);
  } catch (problem) {
    await workbench.screenshot(`${name}-failed`);
    throw problem;
  } finally {
    await workbench.close();
    folder.remove();
  }
}
