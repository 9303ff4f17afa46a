/**
 * The vault without the app, under plain Node: `check` tells whether everything is as it was written, `export` unpacks a
 * vault to plain files, `restore` makes a vault from a backup. Nothing here changes the vault it reads.
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reportError } from '../../shared/errors';
import { checkCommand } from './check';
import { exportCommand } from './export';
import { restoreCommand } from './restore';
import { readSecret, readWords } from './secret';

const usage = `npm run vault -- check DIR [--quick] [--json FILE] [--passphrase-file F]
npm run vault -- export DIR OUT [--passphrase-file F]
npm run vault -- restore BACKUP DIR [--snapshot ID] [--passphrase-file F]

DIR is the folder of a vault (for check also of a backup), OUT a folder that is empty or not there yet.
The passphrase is read from the file, or from standard input when no file is given. The twelve words of the recovery
kit do as well; with shares, the words of two sheets on a line each.
Ends with 0 when all is well, 1 when something was found or went wrong, 2 when it was called wrongly.`;

async function run(args: readonly string[]): Promise<number> {
  const options = new Map<string, string>();
  const given: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const part = args[index] ?? '';
    if (part === '--quick') options.set('quick', 'yes');
    else if (part.startsWith('--')) options.set(part.slice(2), args[(index += 1)] ?? '');
    else given.push(part);
  }
  const known = new Set(['quick', 'json', 'passphrase-file', 'snapshot']);
  const [command, first, second] = given;
  const wants = { check: 2, export: 3, restore: 3 }[command ?? ''];
  if (wants !== given.length || first === undefined || [...options.keys()].some((name) => !known.has(name))) {
    console.log(usage);
    return 2;
  }
  const from = process.env.HOLDFAST_CALLED_FROM ?? process.cwd();
  const path = (name: string): string => resolve(from, name);
  const file = options.get('passphrase-file');
  const secret = await readWords(
    file === undefined ? await readSecret(process.stdin) : await readFile(path(file), 'utf8'),
  );
  const json = options.get('json');
  const say = (line: string): void => {
    console.log(line);
  };
  if (command === 'check') {
    const depth = options.has('quick') ? 'quick' : 'full';
    return checkCommand(
      { folder: path(first), secret, depth, json: json === undefined ? null : path(json) },
      say,
    );
  }
  if (command === 'export')
    return exportCommand({ folder: path(first), out: path(second ?? ''), secret }, say);
  return restoreCommand(
    { from: path(first), target: path(second ?? ''), secret, snapshot: options.get('snapshot') ?? null },
    say,
  );
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A code and never a message: that could hold a path or more.
    console.error(`failed: ${reportError(error).code}`);
    process.exitCode = 1;
  },
);
