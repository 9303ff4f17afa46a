import { join } from 'node:path';
import { app } from 'electron';

/** Where the built parts lie: beside this file, in a checkout and inside the packaged app alike. */
export const builtFolder = __dirname;
export const preloadPath = join(builtFolder, 'preload.cjs');
export const printPreloadPath = join(builtFolder, 'print-preload.cjs');
export const labPreloadPath = join(builtFolder, 'lab-preload.cjs');
export const vaultProcessPath = join(builtFolder, 'vault.cjs');
export const readingRoomFolder = join(builtFolder, 'reading-room');
export const rendererFolder = join(builtFolder, 'renderer');
export const printFolder = join(builtFolder, 'print');
export const noticesPath = join(builtFolder, 'THIRD-PARTY-NOTICES.txt');

/** The value of `--name VALUE` or `--name=VALUE` on the command line, or null. */
export function argument(name: string, argv: readonly string[] = process.argv): string | null {
  const flag = `--${name}`;
  for (const [index, part] of argv.entries()) {
    if (part === flag) return argv[index + 1] ?? null;
    if (part.startsWith(`${flag}=`)) return part.slice(flag.length + 1);
  }
  return null;
}

/** The vault this run works on: `--vault DIR`, else the user's own, in the application's data folder. */
export function vaultFolder(): string {
  return argument('vault') ?? join(app.getPath('userData'), 'vault');
}
