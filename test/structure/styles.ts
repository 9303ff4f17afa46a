import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './imports';

/** Every style sheet of the page, from the root, with what stands in it. */
export function readSheets(folder = 'renderer'): ReadonlyMap<string, string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).flatMap((each) => {
    const path = `${folder}/${each.name}`;
    if (each.isDirectory()) return [...readSheets(path)];
    return each.name.endsWith('.css') ? [[path, readFileSync(join(root, path), 'utf8')] as const] : [];
  });
  return new Map(entries);
}

const spacing = /^\s*(?:padding|margin|gap|row-gap|column-gap|(?:padding|margin)-[a-z-]+)\s*:\s*([^;]+);/gm;

/** The lengths of paddings, margins and gaps that a sheet writes out, instead of naming a token of `app/tokens.css`. */
export function literalSpaces(sheet: string): readonly string[] {
  return [...sheet.matchAll(spacing)].flatMap(([, value = '']) =>
    [...value.matchAll(/-?[\d.]+(?:px|rem|em)\b/g)].map(([length]) => length),
  );
}

/**
 * The classes that a sheet defines: those that stand alone in a selector. `.dialog .pair` only says how a pair lies in a
 * dialog, and defines neither.
 */
export function definedClasses(sheet: string): ReadonlySet<string> {
  const text = sheet.replaceAll(/\/\*.*?\*\//gs, '');
  const alone = [...text.matchAll(/(?:^|[{}])\s*([^{}@;]+)\{/g)].flatMap(([, selectors = '']) =>
    selectors.split(',').flatMap((selector) => {
      const [, name] = /^\.([\w-]+)$/.exec(selector.trim()) ?? [];
      return name === undefined ? [] : [name];
    }),
  );
  return new Set(alone);
}

/** Classes that more than one sheet defines, with those sheets. */
export function definedTwice(
  sheets: ReadonlyMap<string, string>,
): Readonly<Record<string, readonly string[]>> {
  const where = new Map<string, string[]>();
  for (const [file, sheet] of sheets)
    for (const name of definedClasses(sheet)) where.set(name, [...(where.get(name) ?? []), file]);
  return Object.fromEntries([...where].filter(([, files]) => files.length > 1));
}
