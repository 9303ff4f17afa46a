import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDoor } from '../../../electron/vault-process/door';
import { createVault } from '../../../electron/vault/open-vault';
import { peopleHandlers } from '../../../electron/vault/people/handlers';
import { transferHandlers } from '../../../electron/services/transfer/handlers';
import { noAnswers } from '../../../shared/models/opening';
import { codeOf } from '../../helpers/code-of';
import { fillVault } from '../../helpers/filled-vault';
import { makeTestVault, testDeps, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

/** Every way in which somebody sets a passphrase, asked of the vault process itself: the page is no boundary. */
const weak = 'password1234';
let made: TestVault;
let work: string;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  made = await makeTestVault();
});
afterEach(async () => {
  await made.close();
  await rm(work, { recursive: true, force: true });
});

const door = () => {
  const built = createDoor({
    deps: testDeps(),
    isOpen: () => false,
    opened: () => {
      throw new Error('it was opened');
    },
  });
  built.workOn(join(work, 'vault'));
  return built;
};

it('an easily guessed passphrase makes no vault, and nothing is left of the attempt', async () => {
  const about = { passphrase: weak, name: 'A', officeName: 'B' };
  expect(await codeOf(() => createVault({ folder: join(work, 'vault'), ...about }, testDeps()))).toBe(
    'weak-passphrase',
  );
  expect(await codeOf(() => door().handle('door.create', about))).toBe('weak-passphrase');
  expect(existsSync(join(work, 'vault'))).toBe(false);
});

it('an easily guessed passphrase is given to nobody, and nobody’s is changed to one', async () => {
  const people = peopleHandlers(made.vault);
  const add = () => people['people.add']({ own: testPassphrase, name: 'Maryam', passphrase: weak });
  expect(await codeOf(async () => add())).toBe('weak-passphrase');
  const change = () => people['people.changePassphrase']({ own: testPassphrase, next: weak });
  expect(await codeOf(async () => change())).toBe('weak-passphrase');
  expect(await people['people.list']({})).toHaveLength(1);
});

it('names of people and of the office are what whoever guesses tries first', async () => {
  const people = peopleHandlers(made.vault);
  const passphrase = 'MaryamTestOffice';
  const add = () => people['people.add']({ own: testPassphrase, name: 'Maryam', passphrase });
  expect(await codeOf(async () => add())).toBe('weak-passphrase');
});

it('the recovery kit gives nobody an easily guessed passphrase', async () => {
  const sheets = ['abandon '.repeat(12)];
  const recovered = door().handle('door.recover', {
    sheets,
    name: 'Asha',
    passphrase: weak,
    answers: noAnswers,
  });
  expect(await codeOf(() => recovered)).toBe('weak-passphrase');
});

it('a package is not written under an easily guessed passphrase', async () => {
  const { caseId } = await fillVault(made.vault);
  const path = join(work, 'out.hfcase');
  const lock = { type: 'passphrase' as const, passphrase: weak };
  const { 'transfer.export': write, 'transfer.send': send } = transferHandlers(made.context);
  expect(await codeOf(async () => write({ caseId, path, lock, purpose: 'copy' }))).toBe('weak-passphrase');
  expect(await codeOf(async () => send({ caseId, target: path, lock, purpose: 'copy' }))).toBe(
    'weak-passphrase',
  );
  expect(existsSync(path)).toBe(false);
});
