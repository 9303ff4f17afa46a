import { afterEach, describe, expect, it } from 'vitest';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { keepSupportsCurrent } from '../../../../electron/services/chronology/law-index';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { everyEntry } from '../../../../shared/models/entry-filter';
import type { NewEntry } from '../../../../shared/models/chronology';
import type { MessageKey } from '../../../../shared/models/message';
import { take } from '../messages/setting';
import type { MessagesSetting } from '../messages/setting';

let now: MessagesSetting;
afterEach(() => now.setting.end());

/** Three calls to the client within minutes of one night, one of her own, and two texts in one minute. */
const minute = (at: number, second = 0): number => Date.UTC(2026, 9, 13, 22, at, second);
const calls = `<calls count="4">${[
  [0, 3],
  [2, 3],
  [4, 1],
  [9, 2],
]
  .map(
    ([at, type]) =>
      `<call number="+447700900123" duration="0" date="${minute(at ?? 0)}" type="${type ?? 1}"/>`,
  )
  .join('')}</calls>`;
const chat =
  '13/10/2026, 21:00 - Dean: one\n13/10/2026, 21:05 - Dean: two\n13/10/2026, 21:05 - Dean: three\n13/10/2026, 21:06 - Rowan: stop\n';

const entry = (more: Partial<NewEntry>): NewEntry => ({
  ...nothingMore,
  edtf: '2026-10-13',
  time: null,
  dateSource: 'the client’s account',
  title: 'Calls at night',
  ...more,
});

async function supportOf(...entries: readonly NewEntry[]) {
  const { context } = now.setting.vault;
  const chronology = chronologyHandlers(context);
  await chronology['chronology.createMany']({ caseId: now.setting.caseId, entries: [...entries] });
  const { support } = await chronology['chronology.support']({ caseId: now.setting.caseId });
  return (id: string) => support.find(({ element }) => element === id);
}
const keys = async (name: string): Promise<MessageKey[]> => [
  ...(await now.keys({ itemId: now.item(name).id })),
];

describe('occasions of a course of conduct', () => {
  it('are two on one day as on two', async () => {
    now = await take({ 'chat.txt': chat });
    const support = await supportOf(entry({}), entry({ title: 'And again' }));
    expect(support('course')).toEqual({ element: 'course', entries: 2, days: 1, occasions: 2, perhaps: 0 });
  });

  it('are the minutes in which calls came, where one entry stands for several; what the client sent is none', async () => {
    now = await take({ 'calls.xml': calls });
    const support = await supportOf(entry({ messageKeys: await keys('calls.xml'), fear: true }));
    expect(support('course')).toMatchObject({ entries: 1, occasions: 3, perhaps: 0 });
    // Fear is told of by the entry, and once.
    expect(support('fear')).toMatchObject({ entries: 1, occasions: 1, perhaps: 0 });
  });

  it('are not certain while nobody has said whose phone an export is from, and then they are', async () => {
    now = await take({ 'chat.txt': chat });
    const { id: itemId } = now.item('chat.txt');
    const support = await supportOf(entry({ messageKeys: await keys('chat.txt') }));
    expect(support('course')).toMatchObject({ entries: 1, occasions: 1, perhaps: 2 });
    await now.messages['messages.chooseOwner']({ itemId, owner: 'Rowan' });
    const { support: later } = await chronologyHandlers(now.setting.vault.context)['chronology.support']({
      caseId: now.setting.caseId,
    });
    // Two messages of one minute are one occasion.
    expect(later.find(({ element }) => element === 'course')).toMatchObject({ occasions: 2, perhaps: 0 });
  });

  it('are not certain either where only the client has said how often', async () => {
    now = await take({ 'chat.txt': chat });
    const support = await supportOf(entry({ attempts: 12 }));
    expect(support('course')).toMatchObject({ entries: 1, occasions: 1, perhaps: 11 });
  });
});

describe('a law file that has changed', () => {
  it('counts the entries that were there before, each by what it says, and only once more', async () => {
    now = await take({ 'chat.txt': chat });
    const { context, caseId } = { ...now.setting.vault, caseId: now.setting.caseId };
    const chronology = chronologyHandlers(context);
    const support = await supportOf(
      entry({ behaviours: ['other'], marks: ['knows.fear'] }),
      entry({ title: 'A warning', kind: 'event', marks: ['knows'] }),
      entry({ title: 'Later removed', behaviours: ['a'] }),
    );
    expect(support('2a3.other')).toMatchObject({ entries: 1 });
    const { rows } = await chronology['chronology.page']({
      caseId,
      filter: everyEntry,
      order: 'oldest',
      offset: 0,
      limit: 10,
    });
    const removed = rows.find(({ title }) => title === 'Later removed');
    await chronology['chronology.remove']({ id: removed?.id ?? '' });
    const read = async () => (await chronology['chronology.support']({ caseId })).support;
    const before = await read();
    // As a vault that was last open under a law without these elements.
    context.db
      .prepare("DELETE FROM entry_supports WHERE element IN ('2a3.other', 'knows', 'knows.fear')")
      .run();
    keepSupportsCurrent(context);
    expect(await read()).toEqual(before);
    // Under the same law nothing is worked out again.
    context.db.prepare('DELETE FROM entry_supports').run();
    keepSupportsCurrent(context);
    expect(await read()).toEqual([]);
  });
});
