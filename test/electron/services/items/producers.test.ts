import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import type { Prepared } from '../../../../electron/services/evidence/prepare';
import { storeItem } from '../../../../electron/services/evidence/store-item';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { HoldfastError } from '../../../../shared/errors';
import { codeOf } from '../../../helpers/code-of';
import { filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let made: TestVault;
let caseId: string;

beforeEach(async () => {
  made = await makeTestVault();
  caseId = (await caseHandlers(made.context)['cases.create']({ ...filledCase, exhibitInitials: 'RW' })).id;
});
afterEach(() => made.close());

const exhibits = () => exhibitHandlers(made.context);
const list = () => exhibits()['exhibits.producers']({ caseId });
const setInitials = (exhibitInitials: string) =>
  caseHandlers(made.context)['cases.update']({ ...filledCase, exhibitInitials, id: caseId });

/** Takes one file in as an import does. `fails` breaks it after its number was taken. */
async function take(producerId: string | null = null, fails = false): Promise<{ id: string; ref: string }> {
  const { context } = made;
  const prepared: Prepared = {
    name: 'note.bin',
    file: await context.files.write([randomBytes(8)]),
    identity: { kind: 'other', mime: 'application/octet-stream' },
    facts: [],
    orientation: 1,
    width: null,
    height: null,
    pages: null,
    pictures: null,
    pageSizes: null,
    tone: null,
    thumb: null,
    rendition: null,
    copyWanted: false,
    previewReason: 'unsupported-preview',
  };
  const result = context.act({ action: 'evidence.import', subject: null }, () => {
    const stored = storeItem(context, caseId, prepared, { producerId });
    if (fails) throw new HoldfastError('disk-full');
    return stored;
  });
  return { id: result.itemId ?? '', ref: result.exhibitRef ?? '' };
}

describe('the producers of a case', () => {
  it('begin with the case, whose exhibits are numbered from one', async () => {
    expect(await list()).toMatchObject([
      { id: caseId, initials: 'RW', name: '', nextNumber: 1, exhibits: 0, used: false, isDefault: true },
    ]);
    expect([(await take()).ref, (await take()).ref]).toEqual(['RW/1', 'RW/2']);
  });

  it('each have numbers of their own', async () => {
    await take();
    const [, second] = await exhibits()['exhibits.addProducer']({
      caseId,
      name: 'Pat Quill',
      initials: 'PQ',
    });
    expect(second).toMatchObject({ initials: 'PQ', isDefault: true });
    expect([(await take()).ref, (await take(caseId)).ref, (await take()).ref]).toEqual([
      'PQ/1',
      'RW/2',
      'PQ/2',
    ]);
    await exhibits()['exhibits.chooseProducer']({ id: caseId });
    expect((await take()).ref).toBe('RW/3');
    expect(await caseHandlers(made.context)['cases.get']({ id: caseId })).toMatchObject({
      exhibitInitials: 'RW',
    });
  });

  it('never share their initials in one case', async () => {
    const { 'exhibits.addProducer': add, 'exhibits.changeProducer': change } = exhibits();
    expect(await codeOf(() => add({ caseId, name: 'Robin W', initials: 'RW' }))).toBe('conflict');
    const [, second] = await add({ caseId, name: 'Pat', initials: 'PQ' });
    expect(await codeOf(() => change({ id: second?.id ?? '', name: 'Pat', initials: 'RW' }))).toBe(
      'conflict',
    );
    const other = await caseHandlers(made.context)['cases.create']({ ...filledCase, reference: 'FV-2' });
    expect(await codeOf(() => add({ caseId: other.id, name: '', initials: 'RW' }))).toBe('no error');
  });

  it('keep initials under which a number was given, even when every exhibit of theirs is erased', async () => {
    const { id } = await take();
    await eraseHandlers(made.vault)['erase.item']({ id, reason: 'test' });
    const { 'exhibits.changeProducer': change, 'exhibits.removeProducer': remove } = exhibits();
    expect(await codeOf(() => change({ id: caseId, name: 'R', initials: 'RX' }))).toBe('conflict');
    await exhibits()['exhibits.addProducer']({ caseId, name: '', initials: 'PQ' });
    expect(await codeOf(() => remove({ id: caseId }))).toBe('conflict');
    expect(await codeOf(() => change({ id: caseId, name: 'Robin Wells', initials: 'RW' }))).toBe('no error');
    expect((await take(caseId)).ref).toBe('RW/2');
  });

  it('can be taken away while they have nothing and are not the case’s own', async () => {
    const [, second] = await exhibits()['exhibits.addProducer']({ caseId, name: '', initials: 'PQ' });
    const id = second?.id ?? '';
    expect(await codeOf(() => exhibits()['exhibits.removeProducer']({ id }))).toBe('conflict');
    await exhibits()['exhibits.chooseProducer']({ id: caseId });
    await exhibits()['exhibits.removeProducer']({ id });
    expect(await list()).toHaveLength(1);
  });
});

describe('editing the initials of a case', () => {
  it('puts a slip right while nothing has a number', async () => {
    await setInitials('RX');
    expect(await list()).toMatchObject([{ id: caseId, initials: 'RX', isDefault: true }]);
  });

  it('changes what comes, and no reference that was given', async () => {
    const before = await take();
    await setInitials('RX');
    expect((await take()).ref).toBe('RX/1');
    await setInitials('RW');
    expect((await take()).ref).toBe('RW/2');
    const refs = made.context.db
      .prepare('SELECT exhibit_ref FROM evidence WHERE id = ?')
      .pluck()
      .get(before.id);
    expect(refs).toBe('RW/1');
    expect(await list()).toHaveLength(2);
  });
});

describe('references', () => {
  type Step =
    | { readonly type: 'take'; readonly who: number | null; readonly fails: boolean }
    | { readonly type: 'erase'; readonly which: number }
    | { readonly type: 'add' | 'edit-case' | 'rename'; readonly initials: string; readonly who: number }
    | { readonly type: 'choose' | 'remove'; readonly who: number };
  const initials = fc.constantFrom('AB', 'AC', 'RW', 'RX');
  const who = fc.nat(4);
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('take' as const),
        who: fc.option(who),
        fails: fc.boolean(),
      }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('erase' as const), which: fc.nat(20) }) },
    fc.record({
      type: fc.constantFrom('add' as const, 'edit-case' as const, 'rename' as const),
      initials,
      who,
    }),
    fc.record({ type: fc.constantFrom('choose' as const, 'remove' as const), who }),
  );

  it('are never given twice, whatever happens in whatever order', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        number += 1;
        caseId = (
          await caseHandlers(made.context)['cases.create']({
            ...filledCase,
            reference: `P-${number}`,
            exhibitInitials: 'RW',
          })
        ).id;
        const given: string[] = [];
        const there: string[] = [];
        for (const each of steps) {
          const producers = await list();
          const id = 'who' in each && each.who !== null ? (producers[each.who]?.id ?? null) : null;
          try {
            if (each.type === 'take') {
              const taken = await take(id, each.fails);
              given.push(taken.ref);
              there.push(taken.id);
            } else if (each.type === 'erase') {
              const [gone] = there.splice(each.which, 1);
              if (gone !== undefined)
                await eraseHandlers(made.vault)['erase.item']({ id: gone, reason: 'test' });
            } else if (each.type === 'edit-case') {
              await caseHandlers(made.context)['cases.update']({
                ...filledCase,
                reference: `P-${number}`,
                exhibitInitials: each.initials,
                id: caseId,
              });
            } else if (each.type === 'add') {
              await exhibits()['exhibits.addProducer']({ caseId, name: '', initials: each.initials });
            } else if (id !== null) {
              if (each.type === 'rename')
                await exhibits()['exhibits.changeProducer']({ id, name: 'A', initials: each.initials });
              if (each.type === 'choose') await exhibits()['exhibits.chooseProducer']({ id });
              if (each.type === 'remove') await exhibits()['exhibits.removeProducer']({ id });
            }
          } catch (error) {
            if (!(error instanceof HoldfastError) || !['conflict', 'disk-full'].includes(error.code))
              throw error;
          }
        }
        expect(new Set(given).size).toBe(given.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the police reference of an exhibit', () => {
  it('stands beside ours, is found by searching, and is warned about when two exhibits have it', async () => {
    const [one, two] = [await take(), await take()];
    const { 'exhibits.setPoliceRef': set, 'exhibits.withPoliceRef': alike } = exhibits();
    expect(await set({ id: one.id, policeRef: 'JDS/14' })).toMatchObject({
      exhibitRef: 'RW/1',
      policeRef: 'JDS/14',
    });
    expect(await alike({ id: two.id, policeRef: 'jds / 14' })).toEqual({ exhibitRefs: ['RW/1'] });
    expect(await alike({ id: two.id, policeRef: 'JDS/141' })).toEqual({ exhibitRefs: [] });
    expect(await alike({ id: one.id, policeRef: 'JDS/14' })).toEqual({ exhibitRefs: [] });
    expect(await alike({ id: two.id, policeRef: ' - ' })).toEqual({ exhibitRefs: [] });
  });
});
