import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { insideOf, missingTexts, textsOfParent } from './inside.mjs';
import { licenceProblem } from './policy.mjs';
import { packageOf } from './shipped.mjs';

const isLicence = /^(?:licen[cs]e|copying|copyright|notice|third.?party)/iu;
/** What has such a name and is no text. */
const isOther = /\.(?:[cm]?[jt]s|json|html|map|png|svg)$/iu;

/** Names of the files in a folder that say under what it is. */
export function licenceFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => isLicence.test(name) && !isOther.test(name) && statSync(join(folder, name)).isFile())
    .sort();
}

function read(path) {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
}

const kept = join(dirname(fileURLToPath(import.meta.url)), 'texts');

function keptText(name) {
  return read(join(kept, `${name}.txt`));
}

/** Every text there is in a package: at its root, beside what was copied out of it, and where it has none, those that are kept here. */
function textsOf(root, folder, name, copied) {
  const folders = new Set([folder]);
  for (const path of copied) if (packageOf(path) === folder) folders.add(holder(root, path));
  const own = [...folders].flatMap((one) =>
    licenceFiles(join(root, one)).map((file) => read(join(root, one, file))),
  );
  const [, parent] = textsOfParent.find(([shape]) => shape.test(name)) ?? [];
  const parents =
    own.length > 0 || parent === undefined ? [] : textsOf(root, `node_modules/${parent}`, parent, []);
  return [...own, ...parents, ...(missingTexts[name] ?? []).map(keptText)];
}

/** The folder that a copied path is, or lies in. */
function holder(root, path) {
  return statSync(join(root, path)).isDirectory() ? path : dirname(path);
}

/** SPDX as a package says it, also in the two ways of before there was SPDX. */
export function licenceOf({ license, licenses }) {
  const said = license ?? licenses;
  if (Array.isArray(said)) return said.map((one) => one.type ?? one).join(' OR ');
  return (typeof said === 'object' ? said?.type : said) ?? null;
}

/**
 * Every part that is handed to people, from the folders of packages and the paths that were copied out of them: its name, version,
 * licence and texts, and what is inside it.
 */
export function partsOf(root, folders, copied = []) {
  const all = new Set([...folders, ...copied.map(packageOf)]);
  all.delete(null);
  const parts = [...all].sort().map((folder) => {
    const about = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    // An alias is known here by the name that is imported.
    const name = folder.split('node_modules/').at(-1);
    const texts = textsOf(root, folder, name, copied);
    return {
      name,
      folder,
      package: about.name,
      version: about.version,
      licence: licenceOf(about),
      within: null,
      texts,
    };
  });
  return parts.flatMap((part) => [part, ...inside(root, part)]);
}

function inside(root, { name, folder }) {
  return (insideOf[name]?.parts ?? []).map((part) => ({
    name: part.name,
    folder: null,
    package: null,
    version: null,
    licence: part.licence,
    within: name,
    texts: part.texts.map((text) =>
      text.startsWith('./') ? read(join(root, folder, text)) : keptText(text),
    ),
  }));
}

/** What is wrong with the licences of parts: one sentence each, none where all is well. */
export function problemsOf(parts) {
  const problems = parts.flatMap((part) => {
    const said = [licenceProblem(part), part.texts.length === 0 ? 'brings no text of its licence' : null];
    return said.filter((text) => text !== null).map((text) => `${part.name} ${text}`);
  });
  for (const [name, { version }] of Object.entries(insideOf)) {
    const there = parts.find((part) => part.name === name && part.within === null);
    if (there !== undefined && there.version !== version)
      problems.push(
        `${name} ${there.version}: what is inside it was looked at in ${version} (scripts/licences/inside.mjs)`,
      );
  }
  return problems;
}
