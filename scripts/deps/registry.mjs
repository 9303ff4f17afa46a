import { execFile } from 'node:child_process';
import { npm } from '../setup/command.mjs';

/** Questions at once: each is npm itself, so that its registry, proxy and keys are those that npm is set to. */
const atOnce = 4;

/** Runs npm quietly; what it printed, whether it failed or not. */
function ask(args, root) {
  const [file, first] = npm();
  const all = [
    ...first,
    ...args,
    '--json',
    '--loglevel=silent',
    '--fetch-retries=0',
    '--fetch-timeout=30000',
  ];
  return new Promise((resolve) => {
    execFile(file, all, { cwd: root, maxBuffer: 256 * 1024 * 1024 }, (_error, stdout) => {
      try {
        resolve(JSON.parse(stdout));
      } catch {
        resolve(null);
      }
    });
  });
}

/** From npm's answer on one version: the newest, when this one and the last came out, whether it is given up. */
export function readAnswer(answer, version) {
  if (answer === null || typeof answer['dist-tags']?.latest !== 'string') return null;
  const { time = {} } = answer;
  const { created: _created, modified: _modified, ...days } = time;
  return {
    newest: answer['dist-tags'].latest,
    released: time[version] ?? null,
    lastPublished:
      Object.values(days)
        .sort((a, b) => Date.parse(a) - Date.parse(b))
        .at(-1) ?? null,
    deprecated: answer.deprecated ?? null,
    known: true,
  };
}

/** Fills in what the registry knows. Where the first is not answered none is asked further. True when one was. */
export async function fillFromRegistry(rows, root, query = ask) {
  const fields = ['name', 'version', 'dist-tags', 'time', 'deprecated'];
  const fill = async (row) => {
    const answer = await query(['view', `${row.package}@${row.version}`, ...fields], root);
    const found = readAnswer(answer, row.version);
    if (found !== null) Object.assign(row, found);
    return found !== null;
  };
  const [first, ...rest] = rows.filter(({ version }) => version !== null);
  if (first === undefined || !(await fill(first))) return false;
  const waiting = rest.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const row of waiting) await fill(row);
    }),
  );
  return true;
}

/** From npm's answer to `npm audit`: by package, or null where the registry gave none. */
export function readAudit(answer) {
  if (answer === null || typeof answer.vulnerabilities !== 'object') return null;
  const found = new Map();
  for (const [name, { via = [] }] of Object.entries(answer.vulnerabilities))
    found.set(
      name,
      via
        .filter((one) => typeof one === 'object')
        .map(({ title, severity, url, range }) => ({ title, severity, url, range })),
    );
  return found;
}

/** Fills in advisories. False where the registry has no such service, or it cannot be reached. */
export async function fillFromAudit(rows, root, query = ask) {
  const found = readAudit(await query(['audit'], root));
  if (found === null) return false;
  for (const row of rows) row.advisories = found.get(row.package) ?? found.get(row.name) ?? [];
  return true;
}
