import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Every file of the app's own code, from the root, with forward slashes. */
export function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((each) => {
    const path = `${folder}/${each.name}`;
    if (each.isDirectory()) return sources(path);
    return /\.tsx?$/.test(each.name) ? [path] : [];
  });
}

/** What each file imports of the others, types included. */
export function readImports(): ReadonlyMap<string, readonly string[]> {
  const files = ['electron', 'renderer', 'shared'].flatMap(sources);
  const known = new Set(files);
  const resolve = (from: string, to: string): readonly string[] => {
    const path = posix.join(dirname(from), to);
    return [path, `${path}.ts`, `${path}.tsx`].filter((each) => known.has(each)).slice(0, 1);
  };
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const named = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)];
      return [file, named.flatMap(([, to = '']) => resolve(file, to))];
    }),
  );
}

/** A folder as far as its third part: `electron/services/bundle`. */
export function roomOf(file: string): string {
  return dirname(file).split('/').slice(0, 3).join('/');
}

/** Pairs of rooms that import each other, each as `a and b`, in the order of the alphabet. */
export function mutualRooms(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const ways = new Set(
    [...imports].flatMap(([file, targets]) => targets.map((to) => `${roomOf(file)} ${roomOf(to)}`)),
  );
  return [...ways]
    .map((way) => way.split(' '))
    .filter(([a = '', b = '']) => a < b && ways.has(`${b} ${a}`))
    .map(([a = '', b = '']) => `${a} and ${b}`)
    .sort();
}

/** Groups of files that import each other in a circle (Tarjan 1972). */
export function circles(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    low.set(file, order.size - 1);
    stack.push(file);
    const lower = (value: number | undefined): void => {
      low.set(file, Math.min(low.get(file) ?? 0, value ?? 0));
    };
    for (const to of imports.get(file) ?? []) {
      if (!order.has(to)) {
        visit(to);
        lower(low.get(to));
      } else if (stack.includes(to)) lower(order.get(to));
    }
    if (low.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.sort());
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}
