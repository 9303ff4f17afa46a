import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BadOptions } from './options';

/** Throws BadOptions with the one command that installs what is missing; each tool with its package in Debian. */
export function needTools(tools: readonly (readonly [tool: string, debianPackage: string])[]): void {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = tools.filter(([tool]) => !folders.some((folder) => existsSync(join(folder, tool))));
  if (missing.length === 0) return;
  const names = missing.map(([tool]) => tool).join(', ');
  const packages = [...new Set(missing.map(([, name]) => name))].join(' ');
  throw new BadOptions(
    `To compare with ${names} they must be there. Install them with: sudo apt-get install ${packages}`,
  );
}
