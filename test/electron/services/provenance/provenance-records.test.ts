import { describe, expect, it } from 'vitest';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { readPaperItem } from '../../../../electron/services/exhibits/paper-items';
import { provenanceHandlers } from '../../../../electron/services/provenance/handlers';
import { recordIdAbout } from '../../../../electron/vault/records/record-id';
import { insertVersion, versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { emptyProvenance } from '../../../../shared/models/provenance';
import type { Provenance } from '../../../../shared/models/provenance';
import { codeOf } from '../../../helpers/code-of';
import { recordsOf } from '../../../helpers/records-of';
import type { TestVault } from '../../../helpers/test-vault';
import { useTwoOffices } from '../../../helpers/two-offices';

let north: TestVault;
let south: TestVault;
let item: string;
const offices = useTwoOffices((made) => {
  ({ north, south } = made);
  [item] = made.items;
});

const provenance = (vault: TestVault) => provenanceHandlers(vault.context);
const recordId = () => recordIdAbout('provenance', item);
const get = async (vault: TestVault) => (await provenance(vault)['provenance.get']({ id: item })).versions;
const save = async (vault: TestVault, version: number, said: Partial<Provenance>) =>
  provenance(vault)['provenance.save']({
    ...{ id: item, version },
    provenance: { ...emptyProvenance, ...said },
  });

describe('where an exhibit came from', () => {
  it('is one record, of which each saving is a version, and one that was removed can be brought back', async () => {
    await save(north, 0, { way: 'email', givenBy: 'Wren’s sister' });
    await save(north, 1, {
      way: 'messaging_app',
      receivedOn: '2026-11~',
      checks: { date: 'no', time: 'yes' },
    });
    await recordsOf(north)['records.remove']({ id: recordId() });
    expect(await get(north)).toEqual([]);
    expect(readPaperItem(north.context, item).provenance).toEqual([]);
    expect(await provenance(north)['provenance.count']({ caseId: offices.caseId })).toMatchObject({
      said: 0,
    });

    const { versions, removed } = await recordsOf(north)['records.history']({ id: recordId() });
    expect([removed, versions.map((each) => each.removed)]).toEqual([true, [true, false, false]]);
    expect(versions[1]?.lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Exhibit: WR/1',
      'How it came: Through a messaging app',
      'Received: about November 2026',
      'What it shows: date: no, time: yes',
    ]);
    await recordsOf(north)['records.bringBack']({ id: recordId(), version: versions[2]?.id ?? '' });
    expect(await get(north)).toMatchObject([
      { version: 3, body: { way: 'email', givenBy: 'Wren’s sister' } },
      { version: 2, body: { way: 'messaging_app' } },
      { version: 1, body: { way: 'email' } },
    ]);
    expect(readPaperItem(north.context, item).provenance.map(({ value }) => value)).toEqual([
      'email',
      'Wren’s sister',
    ]);
  });

  it('that was removed can be said anew, and goes on in the same record', async () => {
    await save(north, 0, { way: 'email' });
    await recordsOf(north)['records.remove']({ id: recordId() });
    const { versions } = await save(north, 0, { way: 'print_scan' });
    expect(versions).toMatchObject([{ version: 2, body: { way: 'print_scan' } }, { version: 1 }]);
    await provenance(north)['provenance.saveMany']({
      ids: [item],
      provenance: { ...emptyProvenance, note: 'It was in the post' },
    });
    expect(await get(north)).toMatchObject([
      { version: 3, body: { way: 'print_scan', note: 'It was in the post' } },
      {},
      {},
    ]);
  });

  it('is packed with all its versions and opened elsewhere', async () => {
    await save(north, 0, { way: 'email' });
    await save(north, 1, { way: 'copied_by_cable' });
    await offices.send();
    expect(await get(south)).toEqual(await get(north));
    expect(versionsOfCase(south.context.db, offices.caseId)).toEqual(
      versionsOfCase(north.context.db, offices.caseId),
    );
  });

  it('said by two offices that did not know of each other is two versions, which a person joins', async () => {
    await offices.send();
    await save(north, 0, { way: 'email', givenBy: 'The client' });
    await save(south, 0, { way: 'print_scan', givenBy: 'The client' });
    offices.exchange();
    for (const vault of [north, south]) {
      const undecided = await recordsOf(vault)['records.undecided']({ caseId: offices.caseId });
      expect(undecided).toMatchObject([{ id: recordId(), kind: 'provenance' }]);
      // Both are there, the shown one first, and who saves from what was there before is told.
      expect((await get(vault)).map(({ body }) => body.way)).toEqual(['print_scan', 'email']);
      expect(await codeOf(() => save(vault, 1, { way: 'other' }))).toBe('conflict');
    }
    const question = await recordsOf(north)['records.question']({ id: recordId() });
    expect(question.fields).toMatchObject([{ field: 'way', verdict: 'asked', label: 'How it came' }]);
    const email = question.fields[0]?.values.indexOf('By e-mail') ?? -1;
    await recordsOf(north)['records.join']({
      ...{ id: recordId(), heads: question.heads, keep: true },
      choices: { way: email },
    });
    offices.exchange();
    for (const vault of [north, south]) {
      expect(await recordsOf(vault)['records.undecided']({ caseId: offices.caseId })).toEqual([]);
      expect(await get(vault)).toMatchObject([
        { version: 3, body: { way: 'email', givenBy: 'The client' } },
        {},
        {},
      ]);
    }
  });

  it('is erased with its exhibit, also where it cannot be read, and what is said of another stays', async () => {
    const [, other] = offices.items;
    await provenance(north)['provenance.saveMany']({
      ids: [...offices.items],
      provenance: { ...emptyProvenance, way: 'email' },
    });
    north.context.act({ action: 'test', subject: null }, () => {
      const [first] = north.context.records.versions(recordId());
      if (first === undefined) throw new Error('nothing was said');
      const spoiled = {
        id: north.context.newId(),
        parents: [first.id],
        body: { spoiled: 'kestrel', itemId: item },
      };
      insertVersion(north.context.db, { ...first, ...spoiled });
      insertVersion(north.context.db, {
        ...first,
        ...spoiled,
        id: north.context.newId(),
        recordId: 'spoiled alone',
      });
    });
    await eraseHandlers(north.vault)['erase.item']({ id: item, reason: 'Sent by mistake' });
    const left = versionsOfCase(north.context.db, offices.caseId).filter(({ kind }) => kind === 'provenance');
    expect(left.map(({ refs }) => refs)).toEqual([[other]]);
    expect(JSON.stringify(north.context.db.prepare('SELECT * FROM record_versions').all())).not.toContain(
      'kestrel',
    );
  });

  it('is no second record about an exhibit, about another, or of one that is not there', async () => {
    const [, other] = offices.items;
    const create = (itemId: string) =>
      codeOf(() =>
        recordsOf(north)['records.create']({
          ...{ caseId: offices.caseId, kind: 'provenance' },
          body: { ...emptyProvenance, itemId },
        }),
      );
    expect(await create(item)).toBe('invalid-input');
    expect(await create(north.context.newId())).toBe('invalid-input');
    await save(north, 0, { way: 'email' });
    const [version] = north.context.records.versions(recordId());
    const change = (body: Record<string, unknown>) =>
      codeOf(() => recordsOf(north)['records.change']({ id: recordId(), version: version?.id ?? '', body }));
    expect(await change({ ...emptyProvenance, itemId: other })).toBe('invalid-input');
    expect(await change({ ...emptyProvenance, itemId: item, receivedOn: '2026-02-30' })).toBe(
      'invalid-input',
    );
    expect(await change({ ...emptyProvenance, itemId: item, receivedOn: '2026-02-27' })).toBe('no error');
  });

  it('is no longer missing from an exhibit of which another office said it', async () => {
    await offices.send();
    await save(south, 0, { way: 'email' });
    offices.exchange();
    const open = await evidenceHandlers(north.context)['evidence.list']({
      ...{ caseId: offices.caseId, search: '', filter: 'no-provenance', sort: 'date' },
    });
    expect(open.map(({ id }) => id)).toEqual([offices.items[1]]);
  });
});
