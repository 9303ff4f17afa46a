import { describe, expect, it } from 'vitest';
import { beside, unnamedIn } from '../../../../../shared/domain/casework/response/beside';
import type { ResponseEntry } from '../../../../../shared/models/response';

type Conduct = Pick<ResponseEntry, 'id' | 'kind' | 'behaviours'>;
const entries: readonly Conduct[] = [
  { id: 'followed', kind: 'incident', behaviours: ['a', 'e'] },
  { id: 'rang', kind: 'incident', behaviours: ['b'] },
  { id: 'other', kind: 'incident', behaviours: ['other'] },
  { id: 'unmarked', kind: 'incident', behaviours: [] },
  { id: 'separation', kind: 'event', behaviours: ['b'] },
];
const all = entries.map(({ id }) => id);

describe('what stands beside a report', () => {
  it('counts the acts of the incidents that it names, one marked “other” among them (domain 8.1), and no event', () => {
    const { acts, incidentIds, markedIds } = beside({ entryIds: all, recordedAs: 'harassment' }, entries);
    expect(incidentIds).toEqual(['followed', 'rang', 'other', 'unmarked']);
    expect(markedIds).toEqual(['followed', 'rang', 'other']);
    expect(acts).toEqual([
      { act: 'a', entryIds: ['followed'] },
      { act: 'b', entryIds: ['rang'] },
      { act: 'e', entryIds: ['followed'] },
      { act: 'other', entryIds: ['other'] },
    ]);
  });

  it.each([
    // "Living in fear" (HMIC and HMCPSI, 2017): stalking taken for harassment; domain 8.4: gone when re-recorded.
    ['harassment', ['rang'], true],
    ['malicious_communications', ['rang'], true],
    ['domestic_incident', ['rang'], true],
    ['not_recorded', ['rang'], true],
    ['stalking', ['rang'], false],
    [null, ['rang'], false],
    ['harassment', ['unmarked'], false],
    ['harassment', ['separation'], false],
    ['harassment', [], false],
  ] as const)('recorded as %s beside %j: other than stalking %s', (recordedAs, entryIds, expected) => {
    const stands = beside({ recordedAs, entryIds: [...entryIds] }, entries);
    expect(stands.isOtherThanStalking).toBe(expected);
  });

  it('says how many of what it names are no longer there', () => {
    expect(beside({ entryIds: ['rang', 'gone'], recordedAs: null }, entries).gone).toBe(1);
  });

  it('leaves the incidents that no report names', () => {
    const left = unnamedIn(entries, [{ entryIds: ['rang'] }, { entryIds: ['other', 'rang'] }]);
    expect(left.map(({ id }) => id)).toEqual(['followed', 'unmarked']);
  });
});
