import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedCase, sharedEntry, withCovered } from '../../../../shared/domain/leaving/share-cover';
import { newCaseSchema } from '../../../../shared/models/case';
import { newEntrySchema } from '../../../../shared/models/chronology';
import type { NewEntry } from '../../../../shared/models/chronology';
import { viewFields } from '../../../../shared/models/saved-view';
import type { ViewField } from '../../../../shared/models/saved-view';

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** An entry with something in every field, and a word in every text. */
const full: NewEntry = newEntrySchema.parse({
  ...{ edtf: '2026-04-14', time: { from: '21:05', to: null, precision: 'exact' }, kind: 'incident' },
  ...{ title: 'Secret title', description: 'Secret description', quote: 'Secret quote' },
  ...{
    comment: 'Secret comment',
    behaviours: ['a'],
    marks: ['fear'],
    channel: 'call',
    place: 'Secret place',
  },
  dateSource: 'Secret source',
  reported: {
    ...{ date: '2026-04-15', reference: 'Secret log', response: 'Secret response', how: 'Secret way' },
    ...{ officer: 'Secret officer', crimeNumber: 'Secret crime' },
  },
  evidenceIds: [id(1), id(2), id(3)],
  messageKeys: [
    { itemId: id(1), position: 1 },
    { itemId: id(2), position: 2 },
  ],
  links: [{ id: id(9), role: 'actor' }],
  recordedWhen: 'at_once',
  actor: { certainty: 'named', why: 'Secret why' },
  others: 'Secret others',
  vehicle: 'Secret vehicle',
  witnesses: [{ name: 'Secret witness', contact: 'Secret contact', statement: 'yes' }],
  ...{
    effect: 'Secret effect',
    changes: 'Secret changes',
    fear: true,
    threat: 'kill',
    childrenPresent: true,
  },
  ...{ safetyAction: 'Secret safety', attempts: 4, firstTime: true },
});
const exhibits = new Map<string, string | null>([
  [id(1), null],
  [id(2), id(22)],
]);
const shared = (fields: readonly ViewField[], words: readonly string[] = []) =>
  sharedEntry(full, {
    exhibits,
    view: { fields: [...fields], covering: words.map((each) => ({ words: each, instead: '' })) },
  });

describe('an entry in a share', () => {
  it('says nothing of what its view does not show, field by field', () => {
    const said: Readonly<Record<ViewField, string>> = {
      date: '',
      dateSource: 'source',
      title: 'title',
      description: 'description',
      quote: 'quote',
      comment: 'comment',
      acts: '',
      channel: '',
      place: 'place',
      people: 'why others',
      vehicle: 'vehicle',
      witnesses: 'witness',
      witnessContacts: 'witness contact',
      effect: 'effect changes',
      fear: '',
      reported: 'log response way officer crime',
      safetyAction: 'safety',
      exhibits: '',
      messages: '',
    };
    for (const field of viewFields) {
      const text = JSON.stringify(shared([field]));
      const found = [...text.matchAll(/Secret (\w+)/gu)].map(([, word]) => word ?? '');
      expect([...found].sort(), field).toEqual(
        said[field]
          .split(' ')
          .filter((word) => word !== '')
          .sort(),
      );
    }
  });

  it('has of every field either what was written or what an empty entry has', () => {
    const none = shared(['date']);
    const { edtf, time, kind } = full;
    expect(none).toEqual({
      ...newEntrySchema.parse({
        ...{ edtf, time, kind, title: 'Title not shown', description: '', quote: '', behaviours: [] },
        ...{ channel: null, place: '', dateSource: '', reported: null, evidenceIds: [] },
      }),
    });
    expect({ ...shared([...viewFields]), recordedWhen: full.recordedWhen }).toEqual({
      ...full,
      evidenceIds: [id(1), id(22)],
      messageKeys: [{ itemId: id(1), position: 1 }],
    });
  });

  it('names exhibits that go along alone, a redacted copy by its own id, and no row of what goes redacted', () => {
    expect(shared(['exhibits', 'messages'])).toMatchObject({
      evidenceIds: [id(1), id(22)],
      messageKeys: [{ itemId: id(1), position: 1 }],
      attempts: 4,
    });
  });

  it('has covered words nowhere, whatever is shown', () => {
    fc.assert(
      fc.property(fc.subarray([...viewFields], { minLength: 1 }), (fields) => {
        const text = JSON.stringify(shared(fields, ['secret']));
        expect(text).not.toContain('Secret');
        expect(newEntrySchema.safeParse(JSON.parse(text)).success).toBe(true);
      }),
    );
  });
});

it('a case in a share says nothing of how its client is reached', () => {
  const body = newCaseSchema.parse({
    ...{ reference: 'HF-1', alias: 'Anna', exhibitInitials: 'RW' },
    safeContact: {
      ...{ rule: 'Secret', safeNumbers: 'Secret', safeTimes: 'Secret', nameToUse: 'Secret' },
      ...{ codeWord: 'Secret', notes: 'Secret', voicemailOk: true, textOk: false, emailOk: true },
    },
  });
  const said = sharedCase(body, [{ words: 'anna', instead: 'the client' }]);
  expect(said).toMatchObject({ reference: 'HF-1', alias: 'the client', exhibitInitials: 'RW' });
  expect(Object.values(said.safeContact).filter((each) => each !== '' && each !== null)).toEqual([]);
});

it('only texts are covered, and what is left out goes empty', () => {
  const body = { name: 'Anna Smith', kind: 'person', notes: 'Anna', from: null };
  expect(withCovered(body, ['name', 'from'], [{ words: 'anna', instead: 'A' }], ['notes'])).toEqual({
    ...{ name: 'A Smith', kind: 'person', notes: '', from: null },
  });
});
