import { describe, expect, it } from 'vitest';
import { readClock, readDuration } from '../../../../shared/domain/messages/clock';
import { countWords, tallyWords } from '../../../../shared/domain/messages/count-words';
import { draftFromRows } from '../../../../shared/domain/messages/draft-entry';
import type { DraftRow } from '../../../../shared/domain/messages/draft-entry';

const counts = { calls: 0, missed: 0, messages: 0, others: 0 };

describe('counts in words', () => {
  it('say what there is of each, when and from where', () => {
    expect(countWords({ ...counts, calls: 47 })).toBe('47 calls');
    expect(countWords({ ...counts, calls: 1, missed: 1 })).toBe('1 call (missed)');
    expect(countWords({ calls: 1200, missed: 3, messages: 1, others: 2 })).toBe(
      '1,200 calls (3 missed), 1 message and 2 other lines',
    );
    const of = (first: string | null, last: string | null, ...refs: readonly string[]) =>
      tallyWords({ ...counts, calls: 47, first, last, refs });
    expect(of('2026-10-13T21:00:00', '2026-10-13T23:10:00', 'RW/31')).toBe(
      '47 calls, 21:00 to 23:10, from RW/31',
    );
    expect(of('2026-10-13T21:00:00', '2026-10-14T00:10:00', 'RW/31', 'RW/32')).toBe(
      '47 calls, 13 Oct 2026 to 14 Oct 2026, from RW/31 and RW/32',
    );
    expect(of('2026-10-13', '2026-10-13', 'A/1', 'A/2', 'A/3', 'A/4')).toBe(
      '47 calls, from A/1, A/2 and 2 more',
    );
    expect(of(null, null, 'A/1')).toBe('47 calls, from A/1');
  });
});

describe('times and lengths', () => {
  it('are read with the half of the day in the words of phones', () => {
    expect(readClock(12, 0, 0, 'AM')).toBe('00:00:00');
    expect(readClock(12, 0, 0, 'p. m.')).toBe('12:00:00');
    expect(readClock(3, 4, 5, 'PM')).toBe('15:04:05');
    expect(readClock(15, 4, 5, 'PM')).toBe('15:04:05');
    expect(readClock(15, 4, 5, 'AM')).toBeNull();
    expect(readClock(24, 0, 0, '')).toBeNull();
    expect(readClock(8, 0, 0, 'something')).toBeNull();
  });

  it('are read in the ways bills write them, and not otherwise', () => {
    const read = (text: string) => readDuration(text, 'seconds');
    expect(['00:03:10', '3:10', '190', '3m 10s', '1 hr 2 min', '90 sec'].map(read)).toEqual([
      190, 190, 190, 190, 3720, 90,
    ]);
    expect(['', 'long', '1:99', '-5', '1e9'].map(read)).toEqual([null, null, null, null, null]);
    expect(readDuration('1.5', 'minutes')).toBe(90);
  });
});

describe('a draft', () => {
  const row = (change: Partial<DraftRow>): DraftRow => ({
    itemId: 'a',
    position: 0,
    kind: 'message',
    local: '2026-10-13T21:00:00',
    utc: null,
    direction: 'in',
    sender: 'Dean',
    status: null,
    body: 'words',
    format: 'sms-xml',
    exhibitRef: 'RW/1',
    ...change,
  });

  it('reports, and does not assert, whose messages they are', () => {
    expect(draftFromRows([row({})], '2026-12-01')).toMatchObject({
      title: 'Message from “Dean”',
      description: 'The client says this came from whoever is saved in the phone as “Dean”.',
      quote: 'words',
      channel: 'text',
    });
    expect(draftFromRows([row({ sender: '+447700900341', direction: 'out' })], '2026-12-01')).toMatchObject({
      title: 'Message to “+447700900341”',
      description: 'The client says they sent this to +447700900341.',
    });
    expect(
      draftFromRows(
        [row({ direction: 'unknown' }), row({ direction: 'unknown', sender: 'Rowan' })],
        '2026-12-01',
      ),
    ).toMatchObject({ title: 'Messages between “Dean” and “Rowan”', description: '' });
  });

  it('of several days says the day of each message it quotes', () => {
    const rows = [row({}), row({ local: '2026-10-14T08:00:00', body: 'more' })];
    expect(draftFromRows(rows, '2026-12-01')).toMatchObject({
      edtf: '2026-10-13/2026-10-14',
      time: null,
      quote: '13 Oct 2026 21:00 Dean: words\n14 Oct 2026 08:00 Dean: more',
    });
  });

  it('promises no time that is not known', () => {
    expect(draftFromRows([row({ local: '2026-10-13' }), row({})], '2026-12-01').time).toBeNull();
    expect(draftFromRows([row({ local: null })], '2026-12-01')).toMatchObject({ edtf: '2026?', time: null });
  });

  it('of calls alone is a call, a voicemail is a voicemail, and of both kinds neither', () => {
    const call = row({ kind: 'call', format: 'calls-xml', sender: '', status: 'missed' });
    expect(draftFromRows([call, call], '2026-12-01')).toMatchObject({
      title: 'Missed calls from a number that is not shown',
      channel: 'call',
      description: 'The client says the number was withheld or not shown.',
    });
    expect(draftFromRows([row({ ...call, status: 'voicemail' })], '2026-12-01').channel).toBe('voicemail');
    expect(draftFromRows([call, row({})], '2026-12-01').channel).toBeNull();
  });
});
