import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from './command.mjs';
import { say, SetupProblem } from './say.mjs';

/**
 * Installs the packages of the lock file unless node_modules was made from this very lock file. Install scripts stay
 * off: nothing here needs one, and none of their downloads would come through a closed network.
 */
export async function preparePackages(root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.holdfast-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages (about half a minute, once).');
  const [file, args] = npm();
  const code = await run(
    file,
    [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
    },
  );
  if (code !== 0) throw new SetupProblem('The packages could not be installed.', 'npm ci --ignore-scripts');
  writeFileSync(stamp, lock);
}
