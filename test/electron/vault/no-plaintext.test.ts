import { randomBytes } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../electron/services/cases/handlers';
import { newCaseSchema } from '../../../shared/models/case';
import { createVault } from '../../../electron/vault/open-vault';
import { useTempFolders } from '../../helpers/temp-folder';
import { testDeps } from '../../helpers/test-vault';

const tempFolder = useTempFolders();

/** Words that stand nowhere else, each of another place where content is kept. */
const canaries = {
  passphrase: 'canary-passphrase-quillon',
  name: 'Canaryname Oxbow',
  office: 'Canaryoffice Tarn',
  reference: 'CANARY-REF-8471',
  alias: 'Canaryalias Merrow',
  rule: 'canaryrule never ring after six',
  codeWord: 'canaryword-sorrel',
  notes: 'canarynotes about the flat upstairs',
  setting: 'canarysetting-fennel',
};
const content = Buffer.from('canaryfile: a message that nobody else may read. '.repeat(2000));

/** Text as it may stand in a file: UTF-8, UTF-16, base64 at each of its three places, hexadecimal. */
function forms(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text);
  const base64 = [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return Buffer.from(padded.slice(shift === 0 ? 0 : 4, -4));
  });
  return [bytes, Buffer.from(text, 'utf16le'), Buffer.from(bytes.toString('hex')), ...base64];
}

async function allFiles(folder: string): Promise<readonly { path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(path) })));
}

async function findings(folder: string, needles: readonly Buffer[]): Promise<readonly string[]> {
  const files = await allFiles(folder);
  return files.flatMap(({ path, bytes }) =>
    needles.filter((needle) => bytes.includes(needle) || Buffer.from(path).includes(needle)).map(() => path),
  );
}

describe('a vault folder', () => {
  it('has no byte of what was put into it, while it is open and when it is closed', async () => {
    const folder = join(await tempFolder(), 'v');
    let vaultKey = Buffer.alloc(0);
    const deps = testDeps();
    const vault = await createVault(
      { folder, passphrase: canaries.passphrase, name: canaries.name, officeName: canaries.office },
      {
        ...deps,
        random: (length) => {
          const bytes = randomBytes(length);
          if (length === 32 && vaultKey.length === 0) vaultKey = Buffer.from(bytes);
          return bytes;
        },
      },
    );
    const { context } = vault;
    const safeContact = { rule: canaries.rule, codeWord: canaries.codeWord, notes: canaries.notes };
    const { reference, alias } = canaries;
    const handlers = caseHandlers(context);
    const made = await handlers['cases.create'](
      newCaseSchema.parse({ reference, alias, exhibitInitials: 'CN', safeContact }),
    );
    await handlers['cases.update']({ ...made, alias: `${alias} changed` });
    const file = await context.files.write([content]);
    context.act({ action: 'test', subject: null }, () => {
      context.db.prepare("INSERT INTO settings VALUES ('canary', ?)").run(canaries.setting.repeat(1000));
      context.db
        .prepare('INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, ?, ?)')
        .run(file.id, file.key, file.sha256, file.bytes, '');
    });
    const needles = [
      ...Object.values(canaries).flatMap(forms),
      ...forms('canaryfile: a message'),
      file.key,
      Buffer.from(file.key.toString('hex')),
      vaultKey,
      Buffer.from(vaultKey.toString('hex')),
      Buffer.from(vaultKey.toString('base64')),
    ];
    expect(vaultKey).toHaveLength(32);

    // The write-ahead log holds all of it at this moment, so that it is looked at too.
    const log = (await allFiles(folder)).find(({ path }) => path.endsWith('vault.db-wal'));
    expect(log?.bytes.length).toBeGreaterThan(20_000);
    expect(await findings(folder, needles)).toEqual([]);
    vault.close();
    expect(await findings(folder, needles)).toEqual([]);

    // The search would have found them.
    await writeFile(join(folder, 'planted'), Buffer.from(canaries.alias, 'utf16le'));
    expect(await findings(folder, needles)).toEqual([join(folder, 'planted')]);
  });
});
