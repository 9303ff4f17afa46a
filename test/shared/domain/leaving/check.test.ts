import { describe, expect, it } from 'vitest';
import { answerFor, checkLeaving, mayLeave } from '../../../../shared/domain/leaving/check';
import type { LeavingItem, Material, ProtectedLine } from '../../../../shared/domain/leaving/check';
import { classRules, ruleFor } from '../../../../shared/domain/leaving/class-rules';
import { itemClasses } from '../../../../shared/models/item-class';
import type { ItemClass } from '../../../../shared/models/item-class';
import { recipients } from '../../../../shared/models/leaving-gate';
import type { Recipient } from '../../../../shared/models/leaving-gate';

const item = (change: Partial<LeavingItem> = {}): LeavingItem => ({
  ...{ id: 'i', exhibitRef: 'RW/1', title: 'A picture', itemClass: 'own', isDateUndecided: false },
  insideClasses: [],
  ...{ isRedacted: false, places: [], saysPlace: false, isUnread: false, markedPages: [], ...change },
});
const material = (change: Partial<Material> = {}): Material => ({
  ...{ output: 'bundle', recipient: 'police', items: [item()], texts: [], entries: 0, protectedList: [] },
  ...{ permissions: [], answers: [], undecided: [], sharedRefs: [], held: [], ...change },
});
const codes = (change: Partial<Material>): readonly string[] =>
  checkLeaving(material(change)).decide.map(({ code, stops }) => (stops ? `${code}!` : code));
const line: ProtectedLine = {
  ...{ id: 'p', what: 'address', text: '14 Harbour Row', whose: 'her mother' },
  place: { latitude: 54, longitude: -1, metres: 40 },
};
const text = (itemId: string | null, place: string, words: string) => ({
  itemId,
  record: null,
  place,
  text: words,
});

describe('what leaves', () => {
  it('goes without a question where nothing is to decide', () => {
    expect(checkLeaving(material())).toMatchObject({
      decide: [],
      goes: { exhibits: 1, entries: 0, allowed: 0 },
    });
  });

  it.each(
    itemClasses.flatMap((itemClass) =>
      recipients.map((to): readonly [ItemClass, Recipient] => [itemClass, to]),
    ),
  )('of class %s to %s follows the one rule there is, with its source', (itemClass, recipient) => {
    const rule = ruleFor(itemClass, recipient);
    const expected = { goes: [], stays: ['class-stays!'], permission: ['permission!'] }[rule.then];
    expect(codes({ recipient, items: [item({ itemClass })] })).toEqual(expected);
  });

  it('follows the rules of the design: family papers, MARAC papers and confidential addresses', () => {
    for (const to of ['police', 'marac', 'office'] as const)
      expect(ruleFor('family-court', to)).toMatchObject({
        then: 'permission',
        permission: 'court-permission',
      });
    for (const to of ['family-court', 'criminal-court'] as const) {
      expect(ruleFor('marac', to)).toMatchObject({ then: 'permission', permission: 'marac-consent' });
      expect(ruleFor('confidential-address', to).then).toBe('stays');
      expect(ruleFor('police', to)).toMatchObject({ then: 'permission', permission: 'court-direction' });
    }
    expect(recipients.every((to) => ruleFor('own', to).then === 'goes')).toBe(true);
    expect(classRules.asAt).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });

  it('goes by a permission for this exhibit, this recipient and this reason, and by no other', () => {
    const given = {
      itemId: 'i',
      recipient: 'police',
      what: 'court-permission',
      givenBy: 'HHJ',
      on: '2026-11-02',
      note: '',
    } as const;
    const items = [item({ itemClass: 'family-court' })];
    expect(codes({ items, permissions: [given] })).toEqual([]);
    expect(checkLeaving(material({ items, permissions: [given] })).goes.allowed).toBe(1);
    expect(codes({ items, permissions: [{ ...given, itemId: 'other' }] })).toEqual(['permission!']);
    expect(codes({ items, permissions: [{ ...given, recipient: 'marac' }] })).toEqual(['permission!']);
    expect(codes({ items, permissions: [{ ...given, what: 'client-consent' }] })).toEqual(['permission!']);
  });

  it('waits until somebody has said whom it is for and what it is', () => {
    expect(codes({ recipient: null })).toEqual(['recipient!']);
    expect(codes({ items: [item({ itemClass: null }), item({ id: 'j', itemClass: null })] })).toEqual([
      'class-unknown!',
    ]);
    expect(codes({ recipient: null, items: [item({ itemClass: null })] })).toEqual([
      'recipient!',
      'class-unknown!',
    ]);
  });

  it('asks for whom a copy is only where that matters', () => {
    const copy = { output: 'copy', recipient: null } as const;
    expect(codes(copy)).toEqual([]);
    expect(codes({ ...copy, items: [item({ itemClass: 'medical' })] })).toEqual(['recipient!']);
    expect(codes({ ...copy, items: [item({ itemClass: null })] })).toEqual(['class-unknown!']);
  });

  it('names exhibits on papers and in a chronology whatever they are, for nothing of them is shown there', () => {
    const items = [item({ itemClass: 'privileged' }), item({ id: 'j', itemClass: null })];
    for (const output of ['papers', 'chronology'] as const) expect(codes({ output, items })).toEqual([]);
  });

  it('waits where a line of the protected list stands in it, once for each exhibit, with every page', () => {
    const texts = [
      text('i', 'page 2', 'To: 14 Harbour Row'),
      text('i', 'page 3', '14 harbour row'),
      text(null, 'title', 'Bundle 14 Harbour Row'),
      { itemId: null, record: { id: 'e', title: 'He came' }, place: 'Place', text: '14 Harbour Row' },
      text('i', 'page 4', 'nothing'),
    ];
    const { decide } = checkLeaving(material({ texts, protectedList: [line] }));
    expect(decide.map(({ items, record, places }) => [items[0]?.id, record?.id, places])).toEqual([
      ['i', undefined, ['page 2', 'page 3']],
      [undefined, undefined, ['title']],
      [undefined, 'e', ['Place']],
    ]);
    expect(mayLeave({ decide })).toBe(false);
  });

  it('does not look for the client’s addresses in what the client, the own office or a partner with the case gets', () => {
    const texts = [text('i', 'page 1', '14 Harbour Row')];
    for (const recipient of ['client', 'own', 'office'] as const)
      expect(codes({ recipient, texts, protectedList: [line] })).toEqual([]);
  });

  it('waits where a picture says that it was taken near a protected place, and not beyond it', () => {
    const at = (latitude: number) =>
      codes({ items: [item({ places: [{ latitude, longitude: -1 }] })], protectedList: [line] });
    expect(at(54.0003)).toEqual(['protected-place!']);
    expect(at(54.0005)).toEqual([]);
  });

  it('goes once a person has said why, for this recipient, this exhibit and this line alone', () => {
    const texts = [text('i', 'page 1', '14 Harbour Row')];
    const [point] = checkLeaving(material({ texts, protectedList: [line] })).decide;
    const answer = point === undefined ? null : answerFor(point, 'police');
    if (answer === null) throw new Error('no answer');
    const answers = [{ ...answer, why: 'The police know it.' }];
    expect(codes({ texts, protectedList: [line], answers })).toEqual([]);
    expect(codes({ texts, protectedList: [line], answers, recipient: 'marac' })).toEqual([
      'protected-words!',
    ]);
    expect(codes({ texts, protectedList: [{ ...line, id: 'q' }], answers })).toEqual(['protected-words!']);
    const other = [text('j', 'page 1', '14 Harbour Row')];
    expect(codes({ texts: other, items: [item({ id: 'j' })], protectedList: [line], answers })).toEqual([
      'protected-words!',
    ]);
  });

  it('says what could not be looked through, where there is something to look for', () => {
    const items = [item({ isUnread: true })];
    expect(codes({ items })).toEqual([]);
    expect(codes({ items, protectedList: [line] })).toEqual(['not-searched']);
    expect(codes({ items, protectedList: [line], recipient: 'client' })).toEqual([]);
  });

  it('names marks for redaction that were never applied, and does not stop for them', () => {
    const items = [item({ markedPages: [2, 5] })];
    expect(codes({ items })).toEqual(['redaction-marks']);
    expect(codes({ items, output: 'pack' })).toEqual(['redaction-marks']);
    expect(codes({ items, output: 'papers' })).toEqual([]);
    expect(checkLeaving(material({ items })).decide).toMatchObject([{ places: ['page 2', 'page 5'] }]);
  });

  it('names undecided versions, dates and references, and does not stop for them', () => {
    const check = checkLeaving(
      material({
        items: [item({ isDateUndecided: true }), item({ id: 'j', exhibitRef: 'RW/1' })],
        undecided: [{ id: 'e', title: 'He came' }],
        sharedRefs: [
          { ref: 'RW/1', itemIds: ['i', 'j'] },
          { ref: 'RW/9', itemIds: ['x', 'y'] },
        ],
      }),
    );
    expect(check.decide.map(({ key }) => key)).toEqual([
      'two-versions e',
      'date-undecided i',
      'same-reference RW/1',
    ]);
    expect(mayLeave(check)).toBe(true);
    expect(codes({ output: 'copy', items: [item({ isDateUndecided: true })] })).toEqual([]);
  });
});
