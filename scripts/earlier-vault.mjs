import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Makes a vault and packages as this version of Holdfast writes them, and keeps them for the tests of every later one
 * (test/fixtures/vaults). `earlier-vault NAME`; with `--checkout DIR` by the code of another checkout, whose `npm run build`
 * has run.
 */
const root = join(import.meta.dirname, '..');
const [name, flag, folder] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9.-]+$/.test(name) || (flag !== undefined && flag !== '--checkout')) {
  process.stderr.write('earlier-vault NAME [--checkout DIR]\n');
  process.exit(2);
}
const checkout = folder === undefined ? root : resolve(folder);
const git = (...args) => execFileSync('git', ['-C', checkout, ...args], { encoding: 'utf8' }).trim();
const commit = git('rev-parse', '--short=7', 'HEAD');
const target = join(root, 'test', 'fixtures', 'vaults', name);
if (existsSync(target))
  throw new Error(`${target} is there already: what a release wrote is never made anew`);

/** Where a module of today lay before. */
const moved = [
  ['electron/vault/api', 'electron/services/context'],
  ['electron/services/items/', 'electron/services/evidence/'],
];
const maker = join(root, 'test', 'helpers', 'earlier-vault') + sep;

/** The makers are of this checkout; all that they import is of the one that the vault is made by. */
const fromCheckout = {
  name: 'from-checkout',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const wanted = join(resolveDir, path);
      if (checkout === root || !`${resolveDir}${sep}`.startsWith(maker) || wanted.startsWith(maker)) return;
      const here = wanted.slice(root.length + 1);
      const places = [
        here,
        ...moved.flatMap(([now, then]) => (here.startsWith(now) ? [here.replace(now, then)] : [])),
      ];
      const found = places.map((place) => `${join(checkout, place)}.ts`).find((place) => existsSync(place));
      return found === undefined ? { path: here, namespace: 'not-there' } : { path: found };
    });
    // What a commit has not yet gives an empty module.
    onLoad({ filter: /./, namespace: 'not-there' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const outfile = join(checkout, 'out', 'earlier-vault.cjs');
await build({
  entryPoints: [join(maker, 'make.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node22',
  // Native addons stay outside, as in the app.
  external: ['better-sqlite3', '@node-rs/argon2', 'sodium-native'],
  // The helpers look for the built reader from where they lie.
  define: { 'import.meta.dirname': JSON.stringify(join(checkout, 'test', 'helpers')) },
  plugins: [fromCheckout],
  logLevel: 'warning',
});
mkdirSync(dirname(target), { recursive: true });
mkdirSync(target);
try {
  const { makeEarlierVault } = await import(pathToFileURL(outfile).href);
  await makeEarlierVault(target, commit);
} catch (error) {
  rmSync(target, { recursive: true, force: true });
  throw error;
}
writeFileSync(
  join(target, 'README.txt'),
  `A vault with two made-up cases and two packages of the first of them, as Holdfast wrote them at commit
${commit} (${git('show', '-s', '--format=%cs', 'HEAD')}). Made on ${new Date().toISOString().slice(0, 10)}.

  vault/         the vault. It opens with the passphrase below.
  first.hfcase   a package of case EV-1, from before the last changes to it, under the same passphrase.
  last.hfcase    the same case after them.
  before.json    every row and every version of an entry, as that commit read them out of its own vault.

Passphrase: a passphrase for tests only

Nothing here is ever made anew: test/electron/vault/earlier-vaults.test.ts opens it with the code of today.
The next one: npm run earlier-vault -- NAME
`,
);
process.stdout.write(`${target}\n`);
