import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const inModules = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u;

/** The folder of the package that a path lies in, from the project's root, or null. */
export function packageOf(path) {
  return inModules.exec(path.replaceAll('\\', '/'))?.[0] ?? null;
}

/** Folders of the packages of which at least a byte stands in what esbuild wrote, as it says itself. */
export function bundledIn(metafiles) {
  const found = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = packageOf(path);
        if (folder !== null && bytesInOutput > 0) found.add(folder);
      }
  return found;
}

/** `a/{b,c}/d` as `a/b/d` and `a/c/d`; only the first braces matter to the name of a package. */
function spread(pattern) {
  const braces = /^([^{]*)\{([^}]*)\}(.*)$/u.exec(pattern);
  return braces === null ? [pattern] : braces[2].split(',').map((part) => `${braces[1]}${part}${braces[3]}`);
}

/**
 * Folders of the packages that electron-builder copies beside the bundles (natives), read from its own settings, so that the two
 * cannot say different things.
 */
export function packedAsTheyAre(root) {
  const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const found = new Set();
  for (const [, pattern] of settings.matchAll(/^ {2}- (node_modules\/.*)$/gmu))
    for (const one of spread(pattern)) {
      const name = packageOf(one);
      if (name !== null) for (const folder of foldersLike(root, name)) found.add(folder);
    }
  return found;
}

/** A star stands at the end of a name alone. */
function foldersLike(root, name) {
  if (!name.endsWith('*')) return [name];
  const above = dirname(name);
  return readdirSync(join(root, above))
    .map((entry) => `${above}/${entry}`)
    .filter((folder) => folder.startsWith(name.slice(0, -1)));
}
