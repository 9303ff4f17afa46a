import { afterEach, describe, expect, it } from 'vitest';
import { codeOf } from '../../../helpers/code-of';
import { compressed, drawConversation, screenOf, smaller } from '../../../helpers/chat-pictures';
import type { Grey } from '../../../helpers/chat-pictures';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { newCase } from '../evidence/setting';
import { makeLikeSetting } from './setting';
import type { LikeSetting } from './setting';

const height = 1134;
let like: LikeSetting;
afterEach(() => like.setting.end());

const conversation = drawConversation({ seed: 70, messages: 50 });
const shot = (at: number, clock = at): Grey => screenOf(conversation, at, { height, name: 1, clock });
const chat = { c: shot(1000), a: shot(0), e: shot(2000), b: shot(500), d: shot(1500) };
const names = (pieces: readonly { readonly item: { readonly id: string } }[]): string =>
  pieces.map(({ item }) => like.name(item.id)).join(' ');
const acts = (): unknown[] =>
  like.setting.vault.context.db
    .prepare(
      "SELECT action, detail FROM audit WHERE action LIKE 'likeness.%' OR action LIKE 'run.%' ORDER BY seq",
    )
    .all();

describe('looking at pictures', () => {
  it('is done once for each, and goes on where it was left', async () => {
    like = await makeLikeSetting();
    await like.add({ a: shot(0) });
    await like.add({ b: shot(500) });
    await like.look();
    expect(like.asked).toEqual(['a', 'b']);
    expect(await like.handlers['likeness.summary']({ caseId: like.setting.caseId })).toMatchObject({
      pictures: 2,
      compared: 2,
      notComparable: 0,
    });
  });

  it('gives up on a picture that cannot be decoded, says so, and does not try it again', async () => {
    like = await makeLikeSetting((name) => (name === 'bad' ? 'unreadable-image' : null));
    await like.add({ bad: shot(0), good: shot(500) });
    await like.look();
    expect(like.asked.toSorted()).toEqual(['bad', 'good']);
    expect(await like.handlers['likeness.summary']({ caseId: like.setting.caseId })).toMatchObject({
      pictures: 2,
      compared: 1,
      notComparable: 1,
    });
  });

  it('is tried again later when there was no lab', async () => {
    let there = false;
    like = await makeLikeSetting(() => (there ? null : 'unsupported-preview'));
    await like.add({ a: shot(0), b: shot(500), c: shot(900), d: shot(1300), e: shot(1700) });
    expect(like.asked).toHaveLength(3);
    there = true;
    await like.look();
    expect(await like.handlers['likeness.summary']({ caseId: like.setting.caseId })).toMatchObject({
      compared: 5,
      notComparable: 0,
    });
  });

  it('forgets a descriptor that came damaged from elsewhere, and looks again', async () => {
    like = await makeLikeSetting();
    await like.add({ a: shot(0), b: shot(500) });
    const { db } = like.setting.vault.context;
    db.prepare('UPDATE picture_prints SET rows = ? WHERE item_id = ?').run(Buffer.from([9, 9]), like.id('a'));
    expect(await like.handlers['likeness.conversations']({ caseId: like.setting.caseId })).toEqual([]);
    await like.look();
    expect(await like.handlers['likeness.conversations']({ caseId: like.setting.caseId })).toHaveLength(1);
  });
});

describe('pictures that look alike', () => {
  it('are shown with how they differ and the better original, until somebody decides', async () => {
    like = await makeLikeSetting();
    const { handlers, setting } = like;
    const { caseId } = setting;
    await like.add({ original: shot(0), small: smaller(shot(0), 360), other: shot(700) });
    const { open } = await handlers['likeness.pairs']({ caseId });
    expect(open).toHaveLength(1);
    const [pair] = open;
    if (pair === undefined) throw new Error('there is no pair');
    expect(pair.comparison?.differs).toBeLessThan(0.02);
    const better = pair.better?.which === 'a' ? pair.a : pair.b;
    expect(like.name(better.id)).toBe('original');
    expect(pair.better?.reasons).toContain('larger');
    expect(await handlers['likeness.sameAs']({ caseId })).toHaveLength(2);

    await handlers['likeness.decide']({ a: pair.b.id, b: pair.a.id, decision: 'same' });
    const after = await handlers['likeness.pairs']({ caseId });
    expect(after.open).toEqual([]);
    expect(after.decided).toMatchObject([{ decision: 'same', author: 'Test advocate' }]);
    const [marked] = await handlers['likeness.sameAs']({ caseId });
    expect(marked?.others).toMatchObject([{ decided: true }]);

    await handlers['likeness.decide']({ a: pair.a.id, b: pair.b.id, decision: 'different' });
    expect(await handlers['likeness.sameAs']({ caseId })).toEqual([]);
    await handlers['likeness.decide']({ a: pair.a.id, b: pair.b.id, decision: null });
    expect((await handlers['likeness.pairs']({ caseId })).open).toHaveLength(1);
    expect(acts()).toHaveLength(3);
    expect(setting.vault.context.db.prepare('SELECT count(*) FROM evidence').pluck().get()).toBe(3);
  });

  it('are one question a copy, not one a pair, and what follows from an answer is not asked', async () => {
    like = await makeLikeSetting();
    const { handlers, setting } = like;
    const { caseId } = setting;
    await like.add({
      one: shot(0),
      two: compressed(shot(0), 1),
      three: compressed(shot(0), 2),
      four: compressed(shot(0), 3),
    });
    const { open } = await handlers['likeness.pairs']({ caseId });
    expect(open).toHaveLength(3);
    for (const { a, b } of open) await handlers['likeness.decide']({ a: a.id, b: b.id, decision: 'same' });
    expect((await handlers['likeness.pairs']({ caseId })).open).toEqual([]);
  });

  it('of two cases are never compared or decided together', async () => {
    like = await makeLikeSetting();
    await like.add({ a: shot(0) });
    const { context } = like.setting.vault;
    const second = await caseHandlers(context)['cases.create']({ ...newCase, reference: 'T-2' });
    context.db.prepare('UPDATE evidence SET case_id = ? WHERE id = ?').run(second.id, like.id('a'));
    await like.add({ b: compressed(shot(0), 1) });
    expect((await like.handlers['likeness.pairs']({ caseId: like.setting.caseId })).open).toEqual([]);
    const [a, b] = [like.id('a'), like.id('b')];
    expect(await codeOf(async () => like.handlers['likeness.decide']({ a, b, decision: 'same' }))).toBe(
      'invalid-input',
    );
    expect(await codeOf(async () => like.handlers['likeness.join']({ itemIds: [a, b] }))).toBe(
      'invalid-input',
    );
  });
});

describe('screenshots that overlap', () => {
  it('are proposed in order without their copies, joined by a person, and not proposed again', async () => {
    like = await makeLikeSetting();
    const { handlers, setting } = like;
    const { caseId } = setting;
    await like.add({ ...chat, copy: compressed(shot(1000, 77), 4) });
    const [proposed, ...others] = await handlers['likeness.conversations']({ caseId });
    if (proposed === undefined) throw new Error('nothing is proposed');
    expect(others).toEqual([]);
    expect(names(proposed.pieces).replace('copy', 'c')).toBe('a b c d e');
    expect(proposed.leftOut).toMatchObject([{ why: 'copy' }]);

    const pieces = proposed.pieces.map(({ item, top, bottom }) => ({ itemId: item.id, top, bottom }));
    const run = await handlers['likeness.saveRun']({
      caseId,
      id: null,
      title: 'Night of 3 May',
      pieces,
      setApart: [],
    });
    expect(names(run.pieces)).toBe(names(proposed.pieces));
    expect(run.joins.map(({ kind }) => kind)).toEqual(['overlap', 'overlap', 'overlap', 'overlap']);
    expect(await handlers['likeness.conversations']({ caseId })).toEqual([]);
    expect(await handlers['likeness.runs']({ caseId })).toMatchObject([
      { title: 'Night of 3 May', refs: run.refs },
    ]);
    expect(await handlers['likeness.runsOf']({ itemId: like.id('a') })).toHaveLength(1);

    const changed = await handlers['likeness.saveRun']({
      caseId,
      id: run.id,
      title: 'Shorter',
      pieces: pieces.slice(0, 3),
      setApart: pieces.slice(3).map(({ itemId }) => itemId),
    });
    expect(changed.pieces).toHaveLength(3);
    expect(await handlers['likeness.run']({ id: run.id })).toEqual(changed);
    // What was taken out is proposed only by itself.
    const [rest] = await handlers['likeness.conversations']({ caseId });
    expect(names(rest?.pieces ?? [])).toBe('d e');
    await handlers['likeness.removeRun']({ id: run.id });
    expect(await handlers['likeness.runs']({ caseId })).toEqual([]);
    expect(acts().map((each) => (each as { action: string }).action)).toEqual([
      'run.create',
      'run.update',
      'run.view',
      'run.remove',
    ]);
  });

  it('that do not belong together are not proposed again', async () => {
    like = await makeLikeSetting();
    const { handlers, setting } = like;
    const { caseId } = setting;
    await like.add(chat);
    const [proposed] = await handlers['likeness.conversations']({ caseId });
    await handlers['likeness.setApart']({ itemIds: proposed?.pieces.map(({ item }) => item.id) ?? [] });
    expect(await handlers['likeness.conversations']({ caseId })).toEqual([]);
    expect((await handlers['likeness.pairs']({ caseId })).decided).toEqual([]);
  });

  it('can be put in any order; what does not overlap is a gap', async () => {
    like = await makeLikeSetting();
    await like.add(chat);
    const joined = await like.handlers['likeness.join']({
      itemIds: [like.id('a'), like.id('d'), like.id('e')],
    });
    expect(joined.joins.map(({ kind }) => kind)).toEqual(['gap', 'overlap']);
    expect(joined.pieces[0]).toMatchObject({ top: 0, bottom: height });
  });

  it('cannot be saved with rows a picture has not, twice the same picture, or pictures of no case', async () => {
    like = await makeLikeSetting();
    const { handlers, setting } = like;
    await like.add(chat);
    const save = (pieces: { itemId: string; top: number; bottom: number }[]): Promise<unknown> =>
      codeOf(async () =>
        handlers['likeness.saveRun']({ caseId: setting.caseId, id: null, title: 'x', pieces, setApart: [] }),
      );
    const itemId = like.id('a');
    expect(await save([{ itemId, top: 0, bottom: height + 1 }])).toBe('invalid-input');
    expect(
      await save([
        { itemId, top: 0, bottom: 9 },
        { itemId, top: 9, bottom: 20 },
      ]),
    ).toBe('invalid-input');
    expect(await save([{ itemId: setting.caseId, top: 0, bottom: 9 }])).toBe('not-found');
    expect(await handlers['likeness.runs']({ caseId: setting.caseId })).toEqual([]);
  });

  it('go with an exhibit that is erased, and the others stay', async () => {
    like = await makeLikeSetting();
    const { handlers, setting } = like;
    const { caseId } = setting;
    await like.add(chat);
    const [proposed] = await handlers['likeness.conversations']({ caseId });
    const pieces = proposed?.pieces.map(({ item, top, bottom }) => ({ itemId: item.id, top, bottom })) ?? [];
    const { id } = await handlers['likeness.saveRun']({ caseId, id: null, title: 'x', pieces, setApart: [] });
    setting.vault.context.db.prepare('DELETE FROM evidence WHERE id = ?').run(like.id('c'));
    const run = await handlers['likeness.run']({ id });
    expect(names(run.pieces)).toBe('a b d e');
    expect(run.joins.map(({ kind }) => kind)).toEqual(['overlap', 'gap', 'overlap']);
    expect((await handlers['likeness.summary']({ caseId })).compared).toBe(4);
  });
});
