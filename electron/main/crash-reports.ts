import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { app } from 'electron';
import { excludeFromReports } from '../crash-reports';

/**
 * Asks Windows to keep no report of a crash of Holdfast, which can hold parts of its memory. Done at each start, because the
 * portable app has no installer; where it fails, the app starts all the same. Never run yet: there was no Windows to try it.
 */
export function leaveNoCrashReports(): void {
  if (process.platform !== 'win32' || !app.isPackaged) return;
  const { command, args } = excludeFromReports(win32.basename(process.execPath), process.env.SystemRoot);
  execFile(command, args, { windowsHide: true }, () => undefined);
}
