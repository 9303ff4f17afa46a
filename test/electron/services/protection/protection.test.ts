import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCaseFacts } from '../../../../electron/services/casework/case-facts';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { addToRegister } from '../../../../electron/services/chronology/register';
import { createEntry, readEntry } from '../../../../electron/services/chronology/write-entry';
import { protectionHandlers } from '../../../../electron/services/protection/handlers';
import { safetyPlanHtml } from '../../../../electron/services/protection/safety-plan-html';
import { entryContent } from '../../../../shared/domain/entry-content';
import { newEntrySchema } from '../../../../shared/models/chronology';
import { registerBodySchema } from '../../../../shared/models/register';
import { filledCase } from '../../../helpers/filled-vault';
import { recordsOf } from '../../../helpers/records-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;
let orderId: string;
let entryId: string;
beforeEach(async () => {
  made = await makeTestVault();
  const { context } = made;
  caseId = (await caseHandlers(context)['cases.create'](filledCase)).id;
  const bound = addToRegister(context, caseId, 'person', registerBodySchema.parse({ name: 'Mark Doyle' }));
  const terms = [{ id: 't1', text: 'Not to contact the complainant directly or indirectly.' }];
  const order = { stage: 'made', madeOn: '2026-10-01', bindsIds: [bound.id], terms };
  orderId = addToRegister(context, caseId, 'order', registerBodySchema.parse({ name: 'Bail', order })).id;
  entryId = createEntry(
    context,
    caseId,
    newEntrySchema.parse({
      ...{ edtf: '2026-10-03', time: null, title: 'Rang her mobile', description: '', quote: '' },
      ...{ behaviours: ['b'], channel: 'call', place: '', dateSource: '', reported: null, evidenceIds: [] },
      links: [{ id: bound.id, role: 'actor' }],
    }),
  ).id;
});
afterEach(() => made.close());

const possible = async () => (await protectionHandlers(made.context)['protection.possible']({ caseId })).rows;
const roles = () => readEntry(made.context, entryId).links.filter(({ id }) => id === orderId);

describe('possible breaches of a case', () => {
  it('are offered until somebody decides, and a breach counts as an act in the same act', async () => {
    expect(await possible()).toMatchObject([{ entryId, orderId, termId: 't1', title: 'Rang her mobile' }]);
    const body = { entryId, orderId, termId: 't1', answer: 'breach' };
    const decided = await recordsOf(made)['records.create']({ caseId, kind: 'order-breach', body });
    expect(await possible()).toEqual([]);
    expect(roles()).toEqual([{ id: orderId, role: 'breach' }]);
    expect(readEntry(made.context, entryId).behaviours).toEqual(['b']);
    await recordsOf(made)['records.remove']({ id: decided.id });
    expect(roles()).toEqual([]);
    expect(await possible()).toHaveLength(1);
  });

  it('are the same in the room of orders as among what is due, also where a date is only about right', async () => {
    const entry = readEntry(made.context, entryId);
    await chronologyHandlers(made.context)['chronology.update']({
      ...entryContent(entry),
      ...{ id: entryId, version: entry.version, edtf: '2026-09-28~', messageKeys: [] },
    });
    expect(await possible()).toMatchObject([{ entryId, orderId }]);
    const [owner] = readCaseFacts(made.context, caseId);
    expect(owner?.possibleBreaches).toMatchObject([{ entryId, orderId }]);
  });
});

describe('what was found for an entry', () => {
  const title = async (text: string) => {
    const entry = readEntry(made.context, entryId);
    await chronologyHandlers(made.context)['chronology.update']({
      ...entryContent(entry),
      ...{ id: entryId, version: entry.version, title: text, channel: null, behaviours: [], messageKeys: [] },
    });
  };
  const due = () => readCaseFacts(made.context, caseId)[0]?.possibleBreaches ?? [];

  it('stands until the entry is another, and is read again then', async () => {
    expect(due()).toHaveLength(1);
    expect(due()).toHaveLength(1);
    await title('Was at his own mother’s in York');
    expect(due()).toEqual([]);
    await title('Sent her roses');
    expect(due()).toMatchObject([{ entryId, orderId }]);
  });

  it('is read again where whom it is linked to is another', async () => {
    expect(due()).toMatchObject([{ entryId, isCertain: true }]);
    const entry = readEntry(made.context, entryId);
    await chronologyHandlers(made.context)['chronology.update']({
      ...entryContent(entry),
      ...{ id: entryId, version: entry.version, links: [], messageKeys: [] },
    });
    expect(due()).toMatchObject([{ entryId, isCertain: false }]);
  });

  it('is read again where the order is another', async () => {
    expect(due()).toHaveLength(1);
    const register = await recordsOf(made)['records.list']({ caseId, kind: 'register' });
    const order = register.find(({ id }) => id === orderId);
    const body = registerBodySchema.parse(order?.body);
    const terms = [{ ...body.order?.terms[0], text: 'To surrender his passport to the police.' }];
    await recordsOf(made)['records.change']({
      ...{ id: orderId, version: order?.version ?? '' },
      body: { ...(order?.body ?? {}), order: { ...body.order, terms } },
    });
    expect(due()).toEqual([]);
  });
});

describe('the paper of a safety plan', () => {
  it('says what was typed and nothing else', () => {
    const text = safetyPlanHtml(
      { heading: 'My notes', parts: [{ heading: 'At home', text: 'Lock up' }] },
      'a5',
    );
    const said = text
      .slice(text.indexOf('</style>'))
      .replace(/<[^>]*>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim();
    expect(said).toBe('My notes At home Lock up');
    expect(text).not.toMatch(/holdfast|stalking/iu);
  });
});
