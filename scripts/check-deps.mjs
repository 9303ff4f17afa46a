import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillFromAudit, fillFromRegistry } from './deps/registry.mjs';
import { failuresOf, readRows } from './deps/rows.mjs';
import { summary, tableText } from './deps/table.mjs';
import { say } from './setup/say.mjs';

// `npm run check:deps`, with `-- --json` for programs and `-- --offline` to ask nobody. It runs after a build, which says what
// is handed to people.
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isJson = process.argv.includes('--json');
const isOffline = process.argv.includes('--offline');

const { parts, problems } = JSON.parse(readFileSync(join(root, 'out', 'licences.json'), 'utf8'));
const rows = readRows(
  root,
  parts.filter(({ folder }) => folder !== null).map(({ folder }) => folder),
);
const asked = {
  registry: !isOffline && (await fillFromRegistry(rows, root)),
  advisories: !isOffline && (await fillFromAudit(rows, root)),
};
const failures = [...new Set([...problems, ...failuresOf(root, rows)])];

if (isJson) {
  say(JSON.stringify({ asked, packages: rows, failures }, null, 2));
} else {
  say(tableText(rows, new Date()));
  say('');
  for (const line of summary(rows, asked)) say(line);
  say(failures.length === 0 ? 'Licences and install scripts are as they should be.' : 'What must not be:');
  for (const failure of failures) say(`- ${failure}`);
}
process.exitCode = failures.length === 0 ? 0 : 1;
