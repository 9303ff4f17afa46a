import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesInCode, noticesText } from './notices.mjs';
import { partsOf, problemsOf } from './parts.mjs';
import { bundledIn, packedAsTheyAre } from './shipped.mjs';

export const noticesName = 'THIRD-PARTY-NOTICES.txt';

/** Takes away the files in which esbuild has left the notices of what it bundled; their texts. */
function takeLegal(root, metafiles) {
  return metafiles
    .flatMap(({ outputs }) => Object.keys(outputs))
    .map((name) => join(root, name))
    .filter((path) => path.endsWith('.LEGAL.txt') && existsSync(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      rmSync(path);
      return text;
    });
}

/**
 * Writes the notices of all that is handed to people into `out`, and beside them `licences.json` for tests and for
 * `npm run check:deps`, which no package takes along. What is wrong with them stands there too: a test fails for it, and nothing
 * is packed.
 *
 * @param metafiles what esbuild says of each bundle
 * @param copied paths from the project's root that the build has copied
 */
export function writeNotices(root, out, metafiles, copied) {
  const folders = [...bundledIn(metafiles), ...packedAsTheyAre(root), 'node_modules/electron'];
  const parts = partsOf(root, folders, copied);
  const problems = problemsOf(parts);
  writeFileSync(join(out, noticesName), noticesText(parts, noticesInCode(takeLegal(root, metafiles))));
  const listed = parts.map(({ texts, ...part }) => ({ ...part, texts: texts.length }));
  writeFileSync(join(out, 'licences.json'), `${JSON.stringify({ parts: listed, problems }, null, 2)}\n`);
}
