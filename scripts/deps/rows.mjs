import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceOf } from '../licences/parts.mjs';
import { installScripts, licenceProblem, namedParts, namedTools } from '../licences/policy.mjs';

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/** What `package.json` asks for by itself, each with what for. */
function direct({ dependencies = {}, optionalDependencies = {}, devDependencies = {} }) {
  return new Map([
    ...Object.keys(devDependencies).map((name) => [name, 'development']),
    ...Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => [name, 'app']),
  ]);
}

/**
 * A row for each package that `package.json` asks for, and for each other that is handed to people (`folders`), with what the
 * lock file and `node_modules` say of it; what only a registry knows is null.
 *
 * @param folders of the packages that are handed to people, from the project's root
 */
export function readRows(root, folders) {
  const asked = direct(readJson(join(root, 'package.json')));
  const { packages } = readJson(join(root, 'package-lock.json'));
  const shipped = new Set(folders);
  const all = new Set([...[...asked.keys()].map((name) => `node_modules/${name}`), ...folders]);
  return [...all].sort().map((folder) => {
    const locked = packages[folder] ?? {};
    const name = folder.split('node_modules/').at(-1);
    const isDirect = folder === `node_modules/${name}`;
    return {
      name,
      package: locked.name ?? name,
      version: locked.version ?? null,
      asked: isDirect ? (asked.get(name) ?? null) : null,
      handedOut: shipped.has(folder),
      licence: licenceOf(readJson(join(root, folder, 'package.json')) ?? locked),
      installScript: locked.hasInstallScript === true,
      newest: null,
      released: null,
      lastPublished: null,
      deprecated: null,
      known: false,
      advisories: null,
    };
  });
}

/**
 * What must not be: a licence outside the list, for what is handed out the list of parts and for the rest that of tools as well; and
 * an install script, of any package that would be installed, which nobody has looked at.
 */
export function failuresOf(root, rows) {
  const licences = rows.flatMap((row) => {
    const named = row.handedOut ? namedParts : { ...namedParts, ...namedTools };
    const problem = licenceProblem(row, named);
    return problem === null ? [] : [`${row.name} ${problem}`];
  });
  const { packages } = readJson(join(root, 'package-lock.json'));
  const scripts = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([folder]) => folder.split('node_modules/').at(-1))
    .filter((name) => !Object.hasOwn(installScripts, name))
    .map((name) => `${name} has an install script, and is not among those that were looked at`);
  return [...licences, ...new Set(scripts)];
}
