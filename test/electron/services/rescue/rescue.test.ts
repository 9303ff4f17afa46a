import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rescueHandlers } from '../../../../electron/services/rescue/handlers';
import { ensureOfficeKeys } from '../../../../electron/services/offices/office';
import { rescueNames, rescueReadme, rescueSteps } from '../../../../shared/domain/rescue/rescue-text';
import type { RescueKind } from '../../../../shared/domain/rescue/rescue-text';
import { codeOf } from '../../../helpers/code-of';
import { testPassphrase } from '../../../helpers/test-vault';
import { hasTool } from '../../../helpers/tools';
import { lockFor, pack, passphrase, useOffices } from '../receipts/setting';

const offices = useOffices();
const folder = () => join(offices.folder, 'rescue');
const handlers = () => rescueHandlers(offices.south.vault);

/** The commands of README.txt, from the text itself. */
const commandsIn = (text: string) =>
  [...text.matchAll(/^ {4}\$ (.+)$/gmu)].map(([, command = '']) => command);
/** As a person types them, one after the other, in one shell. With `typed`, at a terminal. */
function run(commands: readonly string[], typed: string | null = null): string {
  const script = ['set -e', ...commands].join('\n');
  writeFileSync(join(folder(), 'typed.sh'), `${script}\n`);
  const options = { cwd: folder(), encoding: 'utf8' } as const;
  return typed === null
    ? execFileSync('bash', ['typed.sh'], options)
    : execFileSync('script', ['-qec', 'bash typed.sh', '/dev/null'], { ...options, input: `${typed}\n` });
}
async function packedFor(kind: RescueKind): Promise<void> {
  const lock = kind === 'key' ? await lockFor(offices.south) : ({ type: 'passphrase', passphrase } as const);
  await pack(offices, lock);
  mkdirSync(folder());
  renameSync(join(offices.folder, 'case.hfcase'), join(folder(), rescueNames.package));
}
const commandsFor = (kind: RescueKind) => rescueSteps(kind).flatMap(({ commands }) => commands);

describe('a package opens without Holdfast', () => {
  it('by the very commands of README.txt, with the key of its office', async ({ skip }) => {
    if (!hasTool('age')) skip('the age command is not installed');
    await packedFor('key');
    const { identity } = await ensureOfficeKeys(offices.south.context);
    writeFileSync(join(folder(), rescueNames.key), `${identity}\n`);
    const all = commandsIn(rescueReadme());
    const commands = all.filter(
      (each) => !commandsFor('passphrase').includes(each) || commandsFor('key').includes(each),
    );
    expect(commands).toEqual(commandsFor('key'));
    const said = run(commands).trim().split('\n');
    const files = readdirSync(join(folder(), 'unpacked', 'files'));
    expect(said).toEqual([...files.map((name) => `files/${name}: OK`), 'records.json: OK']);
    const records = readFileSync(join(folder(), 'unpacked', 'records.json'), 'utf8');
    expect(records).toContain('picture.png');
    // A file that was changed is found by the same commands.
    const [first = ''] = files;
    writeFileSync(join(folder(), 'unpacked', 'files', first), 'changed');
    const again = spawnSync('bash', ['-c', commands.at(-2) ?? ''], { cwd: join(folder(), 'unpacked') });
    expect(again.status).not.toBe(0);
  });

  it('by those for a passphrase, which age asks for', async ({ skip }) => {
    if (!hasTool('age') || !hasTool('script')) skip('age, or the script command, is not installed');
    await packedFor('passphrase');
    expect(run(commandsFor('passphrase'), passphrase)).toContain('records.json: OK');
  });

  it('with the key as Holdfast saves it, under a passphrase of its own', async ({ skip }) => {
    if (!hasTool('age') || !hasTool('script')) skip('age, or the script command, is not installed');
    await packedFor('key');
    const target = join(folder(), rescueNames.key);
    await handlers()['rescue.saveKey']({ target, passphrase, own: testPassphrase });
    expect(run(commandsFor('key'), passphrase)).toContain('records.json: OK');
  });
});

describe('the key of the office', () => {
  it('is saved for whoever proves who they are, and never under a weak passphrase', async () => {
    mkdirSync(folder());
    const target = join(folder(), rescueNames.key);
    const save = (secret: string, own: string) =>
      codeOf(async () => handlers()['rescue.saveKey']({ target, passphrase: secret, own }));
    expect(await save(passphrase, 'not it')).toBe('wrong-passphrase');
    expect(await save('password1234', testPassphrase)).toBe('weak-passphrase');
    expect(readdirSync(folder())).toEqual([]);
    expect(await save(passphrase, testPassphrase)).toBe('no error');
    expect(readFileSync(target, 'latin1')).not.toContain('SECRET');
  });
});

it('README.txt fits a screen and says nothing of any case or office', async () => {
  const target = join(offices.folder, 'README.txt');
  await handlers()['rescue.saveReadme']({ target });
  const text = readFileSync(target, 'utf8');
  expect(text).toBe(rescueReadme());
  for (const line of text.split('\n').filter((each) => !each.startsWith('    $')))
    expect(line.length).toBeLessThan(80);
  for (const word of ['South', 'North', 'WREN', 'age1']) expect(text).not.toContain(word);
});
