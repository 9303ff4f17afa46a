import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import {
  addToRegister,
  changeRegister,
  listRegister,
} from '../../../../electron/services/chronology/register';
import { leavingTexts } from '../../../../electron/services/gate/leaving-texts';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { viewFor } from '../../../../shared/domain/export/audiences';
import type { LeavingRequest } from '../../../../shared/models/leaving-gate';
import { personDetailsSchema, registerBodySchema } from '../../../../shared/models/register';
import { codeOf } from '../../../helpers/code-of';
import { filledCase } from '../../../helpers/filled-vault';
import { meet } from '../../../helpers/offices';
import { openMembers } from '../../../helpers/package';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { control } from '../transfer/setting';

let sender: TestVault;
let receiver: TestVault;
let folder: string;
let caseId: string;
let personId: string;

/** A word of its own for each kind, in a field that somebody writes in freely. */
const written = {
  'support-note': { on: '2026-11-03', text: 'planted-support' },
  contact: { on: '2026-11-03', summary: 'planted-contact' },
  consent: { what: 'police', answer: 'given', scope: 'planted-consent' },
  task: { title: 'planted-task' },
  'case-details': { address: 'planted-address' },
  'conflict-check': { on: '2026-11-03', outcome: 'nothing', note: 'planted-conflict' },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-apart-'));
  sender = await makeTestVault({ officeName: 'North office' });
  receiver = await makeTestVault({ officeName: 'South office' });
  await meet(sender.context, receiver.context);
  ({ id: caseId } = await caseHandlers(sender.context)['cases.create'](filledCase));
  const person = personDetailsSchema.parse({ role: 'witness', phones: ['planted-phone'] });
  const body = registerBodySchema.parse({ name: 'Tom Hall', person });
  ({ id: personId } = addToRegister(sender.context, caseId, 'person', body));
  await chronologyHandlers(sender.context)['chronology.create']({
    caseId,
    ...nothingMore,
    ...{ edtf: '2026-11-03', time: null, title: 'He waited' },
    links: [{ id: personId, role: 'witness' }],
  });
  for (const [kind, said] of Object.entries(written))
    await recordsOf(sender)['records.create']({ caseId, kind, body: said });
});
afterAll(async () => {
  await Promise.all([sender.close(), receiver.close()]);
  await rm(folder, { recursive: true, force: true });
});

const view = { ...viewFor('police'), fields: ['date' as const, 'title' as const, 'people' as const] };

/** All that can be read in a package. */
async function sent(purpose: 'share' | 'handover'): Promise<string> {
  const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
  const path = join(folder, `${purpose}.hfcase`);
  const asked = { caseId, path, lock: { type: 'recipient' as const, recipient }, purpose };
  const chosen = { exhibits: [], chronology: view };
  await writePackage(sender.context, purpose === 'share' ? { ...asked, chosen } : asked, control);
  const members = await openMembers(await readFile(path), receiver.context);
  return [...members.values()].map((bytes) => bytes.toString('latin1')).join('\n');
}

describe('what is written of the work with a client', () => {
  it('stays when something of the case is shared: support notes, contacts, consents, tasks, how to find anybody', async () => {
    const text = await sent('share');
    expect(text).toContain('Tom Hall');
    expect(text).not.toContain('planted-');
  });

  it('goes along with the whole case, when that is handed over', async () => {
    const text = await sent('handover');
    for (const said of ['support', 'contact', 'consent', 'task', 'address', 'phone'])
      expect(text).toContain(`planted-${said}`);
  });

  it('is in nothing that is exported as evidence', () => {
    const common = { caseId, recipient: 'police' as const, proceedingsId: null };
    const requests: readonly LeavingRequest[] = [
      { ...common, output: 'pack', to: '', exhibits: [], chronology: view },
      { ...common, output: 'papers', paper: 'certificate', withPlace: false, itemIds: [] },
      { ...common, output: 'chronology', format: 'pdf', withCharts: true, view },
    ];
    for (const request of requests) {
      const said = [...leavingTexts(sender.context, request)].map(({ text }) => text).join('\n');
      expect(said).not.toContain('planted-');
    }
  });

  it('is looked through word by word where a whole chronology leaves with its people', () => {
    const request: LeavingRequest = {
      ...{ caseId, recipient: 'police', proceedingsId: null, output: 'chronology' },
      ...{ format: 'json-full', withCharts: false, view },
    };
    const said = [...leavingTexts(sender.context, request)].map(({ text }) => text).join('\n');
    expect(said).toContain('planted-phone');
    expect(said).not.toContain('planted-support');
  });
});

describe('the form of the chronology that names a person', () => {
  it('keeps how they are found and what was said of an order, which it does not show', () => {
    const [item] = listRegister(sender.context, caseId);
    if (item === undefined) throw new Error('a person is there');
    // As the dialog does: what it read, with other words.
    const body = registerBodySchema.parse(item);
    changeRegister(sender.context, item.id, { ...body, relation: 'Neighbour' });
    const [after] = listRegister(sender.context, caseId);
    expect(after).toMatchObject({
      relation: 'Neighbour',
      person: { role: 'witness', phones: ['planted-phone'] },
    });
  });
});

describe('a person whom an entry names', () => {
  it('is not taken out by the list of people either', async () => {
    expect(await codeOf(() => recordsOf(sender)['records.remove']({ id: personId }))).toBe('in-use');
  });
});
