import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { fetchPackage } from './npm-package.mjs';
import { say } from './say.mjs';

/**
 * Somebody else's SQLCipher 4, to open a vault's database without any code of ours. It is under the AGPL: a tool of the
 * tests, fetched when they need it, and never a part of Holdfast or of what it installs.
 */
const parts = [
  {
    name: '@signalapp/sqlcipher',
    version: '4.1.0',
    integrity:
      'sha512-B4K2xIVVEoKq+eVARKZPnJzJiJD2YIe42ZMObp7bmKCL7KGBS1V9Sd5lMGXOcE4wbFrTYkWwYC9jAN6+Eft6Uw==',
  },
  {
    name: 'node-gyp-build',
    version: '4.8.4',
    integrity:
      'sha512-LA4ZjwlnUblHVgq0oBF3Jl/6h/Nvs5fzBLwdEF4nuxnFdsfajde4WfxtJr3CaiH+F6ewcIB/q4jQ4UzPyid+CQ==',
  },
];

/** Folder whose node_modules holds the reader; null where it cannot be fetched. */
export async function prepareReader() {
  try {
    return await cached('sqlcipher-reader-4.1.0-1', async (draft) => {
      say('Fetching an independent SQLCipher reader for the tests (once).');
      for (const part of parts) {
        const work = mkdtempSync(`${draft}-fetch-`);
        try {
          const target = join(draft, 'node_modules', ...part.name.split('/'));
          mkdirSync(join(target, '..'), { recursive: true });
          cpSync(await fetchPackage(part, work), target, { recursive: true });
        } finally {
          rmSync(work, { recursive: true, force: true });
        }
      }
    });
  } catch {
    return null;
  }
}
