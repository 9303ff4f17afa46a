import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs';

/** Every process that descends from one, itself included. Linux only. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The name in parentheses may hold anything; the parent is the second field behind it.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It has ended meanwhile.
    }
  }
  const tree: number[] = [];
  const visit = (pid: number): void => {
    tree.push(pid);
    for (const child of children.get(pid) ?? []) visit(child);
  };
  visit(root);
  return tree;
}

const piece = 8 * 1024 * 1024;

/** What a process is, in a word: `renderer`, `utility` ..., or `main`. */
export function kindOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return /--type=([a-z-]+)/.exec(line)?.[1] ?? 'main';
  } catch {
    return 'gone';
  }
}

/**
 * Names of the needles that stand in a process's memory: every readable part of it, through /proc/PID/mem. A needle is
 * looked for as it is given, so that each encoding is a needle of its own.
 */
export function scanMemory(pid: number, needles: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const found = new Set<string>();
  const longest = Math.max(...[...needles.values()].map(({ length }) => length));
  let memory: number;
  let maps: string;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
    memory = openSync(`/proc/${pid}/mem`, 'r');
  } catch {
    return found;
  }
  try {
    for (const line of maps.split('\n')) {
      const match = /^([0-9a-f]+)-([0-9a-f]+) r/.exec(line);
      if (match === null || line.endsWith('[vvar]') || line.endsWith('[vsyscall]')) continue;
      const end = Number.parseInt(match[2] ?? '', 16);
      let at = Number.parseInt(match[1] ?? '', 16);
      let tail = Buffer.alloc(0);
      while (at < end) {
        const buffer = Buffer.alloc(Math.min(piece, end - at));
        let length: number;
        try {
          length = readSync(memory, buffer, 0, buffer.length, at);
        } catch {
          // Reserved and never used, or gone.
          break;
        }
        if (length === 0) break;
        const both = Buffer.concat([tail, buffer.subarray(0, length)]);
        for (const [name, needle] of needles) if (both.includes(needle)) found.add(name);
        tail = Buffer.from(both.subarray(Math.max(0, both.length - longest)));
        at += length;
      }
    }
  } finally {
    closeSync(memory);
  }
  return found;
}

/** A text as it may stand in memory: UTF-8 (also Latin-1) and UTF-16. */
export function textNeedles(name: string, text: string): readonly (readonly [string, Buffer])[] {
  return [
    [`${name} (UTF-8)`, Buffer.from(text, 'utf8')],
    [`${name} (UTF-16)`, Buffer.from(text, 'utf16le')],
  ];
}
