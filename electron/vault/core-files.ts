import { readFileSync } from 'node:fs';

/** What Linux says about how a process that crashes is written to the disk. */
export interface CrashSettings {
  /** `/proc/self/coredump_filter`: which parts of the memory would be written, in hexadecimal. */
  readonly filter: string;
  /** `/proc/self/limits`: how large such a file may be. */
  readonly limits: string;
  /** `/proc/sys/kernel/core_pattern`: a name, or behind `|` a program that gets it. */
  readonly pattern: string;
}

/**
 * True when a crash could leave the memory of this process on the disk (core(5)). A filter of nothing writes no memory; a
 * limit of 1 writes no file and calls no program; a limit of 0 only writes no file. Where nothing can be read, it could.
 */
export function couldLeaveMemory({ filter, limits, pattern }: CrashSettings): boolean {
  if (/^0+$/.test(filter.trim())) return false;
  const limit = /^Max core file size\s+(\S+)/m.exec(limits)?.[1];
  if (limit === '1') return false;
  return limit !== '0' || pattern.trim() === '' || pattern.startsWith('|');
}

/** Whether a crash of this very process could leave its memory on the disk. Only Linux says; elsewhere there is no telling. */
export function crashLeavesMemory(): boolean {
  if (process.platform !== 'linux') return false;
  return couldLeaveMemory({
    filter: read('/proc/self/coredump_filter'),
    limits: read('/proc/self/limits'),
    pattern: read('/proc/sys/kernel/core_pattern'),
  });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
