import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTextWork } from '../../../electron/services/text/work';
import { openHandlers } from '../../../electron/vault-process/open-handlers';
import type { OpenHandlers } from '../../../electron/vault-process/open-handlers';
import { digestTables } from '../../../electron/vault/backup/table-digest';
import { vaultMethods } from '../../../shared/contract/vault-methods';
import type { VaultCallInput, VaultMethodName } from '../../../shared/contract/vault-methods';
import { nothingMore } from '../../../shared/domain/entry-content';
import { viewFor } from '../../../shared/domain/export/audiences';
import type { NewEntry } from '../../../shared/models/chronology';
import type { NewHandover } from '../../../shared/models/continuity';
import { emptyProvenance } from '../../../shared/models/provenance';
import { registerBodySchema } from '../../../shared/models/register';
import { reportError } from '../../../shared/errors';
import { filledCase, fillVault } from '../../helpers/filled-vault';
import type { Filled } from '../../helpers/filled-vault';
import { useTempFolders } from '../../helpers/temp-folder';
import { makeTestVault, testPassphrase } from '../../helpers/test-vault';
import type { TestVault } from '../../helpers/test-vault';

const tempFolder = useTempFolders();
let made: TestVault;
let filled: Filled;
let handlers: OpenHandlers;

beforeEach(async () => {
  made = await makeTestVault();
  filled = await fillVault(made.vault);
  handlers = openHandlers(made.vault, made.vault.deps.jobs, createTextWork(made.context));
});
afterEach(() => made.close());

/** Asks as the page does: through the method's own schema. */
async function ask<N extends VaultMethodName & keyof OpenHandlers>(
  name: N,
  input: VaultCallInput<N>,
): Promise<Awaited<ReturnType<OpenHandlers[N]>>> {
  const handler = handlers[name] as (given: unknown) => ReturnType<OpenHandlers[N]>;
  return await handler(vaultMethods[name].input.parse(input));
}

/** Lets the write of this number, and every one after it, fail as on a full disk. Gives what puts it right again. */
function failFrom(db: Database, nth: number): () => boolean {
  let writes = 0;
  let failed = false;
  const prepare = db.prepare.bind(db);
  const failing = (sql: string) => {
    const statement = prepare(sql);
    const run = statement.run.bind(statement);
    return Object.assign(statement, {
      run: (...values: unknown[]) => {
        writes += 1;
        if (writes < nth) return run(...values);
        failed = true;
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      },
    });
  };
  Reflect.set(db, 'prepare', failing);
  return () => {
    Reflect.deleteProperty(db, 'prepare');
    return failed;
  };
}

/** Tries it with a disk that is full from its first write, its second, and so on, until there is room for all of them. */
async function expectWhole(act: () => Promise<unknown>): Promise<void> {
  const { db } = made.context;
  for (let nth = 1; ; nth += 1) {
    const before = digestTables(db);
    const restore = failFrom(db, nth);
    let code: string | null = null;
    try {
      await act();
    } catch (error) {
      ({ code } = reportError(error));
    }
    const failed = restore();
    if (!failed) {
      expect(code).toBeNull();
      expect(nth).toBeGreaterThan(1);
      return;
    }
    expect(code, `write ${nth}`).toBe('disk-full');
    expect(digestTables(db), `write ${nth}`).toBe(before);
  }
}

const entry = (title: string): NewEntry => ({
  ...nothingMore,
  edtf: '2026-11-12',
  time: null,
  title,
  description: 'He stood outside.',
  quote: '',
  behaviours: ['a'],
  channel: null,
  place: '',
  dateSource: '',
  reported: null,
  evidenceIds: filled.items.slice(0, 2),
  messageKeys: [],
});
const handover: NewHandover = {
  from: 'Wren',
  to: 'Asha',
  edtf: '2026-11-12',
  time: null,
  place: '',
  purpose: 'to be copied',
  seal: '',
  fingerprintConfirmed: false,
  confirmation: '',
  note: '',
};
const person = registerBodySchema.parse({ name: 'Jordan' });

/** Where a chronology in full lies, as another office wrote it, with a person and entries that the case does not have. */
async function fullFile(): Promise<string> {
  const other = await ask('cases.create', { ...filledCase, reference: 'OT-1' });
  const { id } = await ask('register.create', { caseId: other.id, kind: 'person', ...person });
  for (const title of ['One', 'Two'])
    await ask('chronology.create', {
      ...entry(title),
      caseId: other.id,
      evidenceIds: [],
      links: [{ id, role: 'actor' }],
    });
  const target = join(await tempFolder(), 'full.json');
  const view = viewFor('own');
  // In tests the token of a path is the path itself, which is no id.
  await handlers['chronology.export']({
    caseId: other.id,
    view,
    format: 'json-full',
    withCharts: false,
    target,
  });
  return target;
}

const page = (limit: number) =>
  ask('chronology.page', { caseId: filled.caseId, filter: {}, offset: 0, limit });
const someIds = async (): Promise<string[]> => (await page(3)).rows.map(({ id }) => id);
const firstEntry = async () => {
  const [row] = (await page(1)).rows;
  if (row === undefined) throw new Error('no entry');
  return row;
};

/** What is got ready, and then what is tried: each changes the vault by several writes. */
type Act = () => Promise<unknown>;
const acts: Readonly<Record<string, () => Act | Promise<Act>>> = {
  'making a case': () => () => ask('cases.create', { ...filledCase, reference: 'FV-2' }),
  'changing a case': () => () => ask('cases.update', { ...filledCase, id: filled.caseId, alias: 'Robin' }),
  'adding a person': () => () => ask('register.create', { caseId: filled.caseId, kind: 'person', ...person }),
  'changing a person': async () => {
    const { id } = await ask('register.create', { caseId: filled.caseId, kind: 'person', ...person });
    return () => ask('register.update', { id, ...person, notes: 'A grey van.' });
  },
  'removing a person': async () => {
    const { id } = await ask('register.create', { caseId: filled.caseId, kind: 'person', ...person });
    return () => ask('register.remove', { id });
  },
  'writing an entry': () => () => ask('chronology.create', { ...entry('New'), caseId: filled.caseId }),
  'writing many entries': () => () =>
    ask('chronology.createMany', { caseId: filled.caseId, entries: [entry('One'), entry('Two')] }),
  'changing an entry': async () => {
    const { id, version } = await firstEntry();
    return () => ask('chronology.update', { ...entry('Other'), id, version });
  },
  'changing many entries': async () => {
    const ids = await someIds();
    return () => ask('chronology.change', { caseId: filled.caseId, ids, change: { place: 'Quay' } });
  },
  'removing many entries': async () => {
    const ids = await someIds();
    return () => ask('chronology.removeMany', { caseId: filled.caseId, ids });
  },
  'bringing entries back': async () => {
    const ids = await someIds();
    await ask('chronology.removeMany', { caseId: filled.caseId, ids });
    return () => ask('chronology.bringBack', { caseId: filled.caseId, ids });
  },
  'taking a chronology in': async () => {
    const source = await fullFile();
    return async () => handlers['chronology.importFull']({ caseId: filled.caseId, source });
  },
  'keeping a view': () => () =>
    ask('views.create', { caseId: filled.caseId, name: 'For court', body: viewFor('family-court') }),
  'removing a view': async () => {
    const { id } = await ask('views.create', {
      caseId: filled.caseId,
      name: 'A',
      body: viewFor('family-court'),
    });
    return () => ask('views.remove', { id });
  },
  'saying where an exhibit came from': () => () =>
    ask('provenance.save', { id: first(), version: 0, provenance: { ...emptyProvenance, way: 'email' } }),
  'saying where many came from': () => {
    const { checks: _, ...shared } = emptyProvenance;
    return () =>
      ask('provenance.saveMany', { ids: [...filled.items], provenance: { ...shared, way: 'email' } });
  },
  'a handover of many': () => () =>
    ask('continuity.add', { itemIds: filled.items.slice(0, 3), handover, planned: false }),
  'putting a handover right': async () => {
    await ask('continuity.add', { itemIds: filled.items.slice(0, 3), handover, planned: false });
    const [step] = (await ask('continuity.timeline', { itemId: first() })).filter(
      ({ type }) => type === 'handover',
    );
    if (step?.type !== 'handover') throw new Error('no handover');
    const { id } = step.row;
    return () =>
      ask('continuity.correct', { id, handover: { ...handover, to: 'Zoë' }, planned: false, all: true });
  },
  'a name for an exhibit': () => () => ask('evidence.update', { id: first(), title: 'Door' }),
  'a police reference': () => () => ask('exhibits.setPoliceRef', { id: first(), policeRef: 'AB/12' }),
  'choosing a date': () => () =>
    ask('evidence.chooseDate', { id: first(), choice: { edtf: '2026-11-03', time: null }, reason: 'Seen.' }),
  'saying what an exhibit shows': () => () =>
    ask('evidence.sayShown', {
      id: first(),
      edtf: '2026-11-03',
      time: null,
      saidBy: 'Wren',
      reason: 'Seen.',
    }),
  'adding a producer': () => () =>
    ask('exhibits.addProducer', { caseId: filled.caseId, name: 'Robin Bee', initials: 'RB' }),
  'choosing a producer': async () => {
    const all = await ask('exhibits.addProducer', { caseId: filled.caseId, name: 'R', initials: 'RB' });
    const other = all.find(({ initials }) => initials === 'WR');
    return () => ask('exhibits.chooseProducer', { id: other?.id ?? '' });
  },
  'choosing languages': () => () => ask('text.chooseForCase', { id: filled.caseId, languages: ['eng'] }),
  'deciding about two pictures': () => {
    const [a = '', b = ''] = filled.items;
    return () => ask('likeness.decide', { a, b, decision: 'different' });
  },
  'choosing for a bundle': async () => {
    const { choices } = await ask('bundle.choices', { caseId: filled.caseId });
    const items = filled.items.map((itemId) => ({ itemId, isIn: true }));
    return () => ask('bundle.keepChoices', { caseId: filled.caseId, choices: { ...choices, items } });
  },
  'erasing an exhibit': () => () => ask('erase.item', { id: first(), reason: 'By mistake' }),
  'erasing a case': () => () =>
    ask('erase.case', { id: filled.caseId, reference: 'FV-1', own: testPassphrase }),
};

it.each(Object.keys(acts))(
  '%s is done whole or not at all, at whichever write the disk is full',
  async (name) => {
    const prepare = acts[name];
    if (prepare === undefined) throw new Error(name);
    await expectWhole(await prepare());
  },
);

function first(): string {
  return filled.items[0] ?? '';
}
