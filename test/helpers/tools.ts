import { spawnSync } from 'node:child_process';

/** Whether a program is on this machine that a test asks for a second opinion. */
export function hasTool(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined;
}
