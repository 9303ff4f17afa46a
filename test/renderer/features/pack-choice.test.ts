import { describe, expect, it } from 'vitest';
import {
  lockOf,
  missesPassphrase,
  nothingChosen,
  packRequest,
  undecidedCopies,
} from '../../../renderer/features/pack/pack-choice';
import type { PackChoice } from '../../../renderer/features/pack/pack-choice';
import { viewFor } from '../../../shared/domain/export/audiences';
import type { PackRedaction } from '../../../shared/models/pack';
import type { SavedView } from '../../../shared/models/saved-view';

const choice = (change: Partial<PackChoice> = {}): PackChoice => ({ ...nothingChosen, ...change });
const redaction = (itemId: string, isDoubtful = false): PackRedaction => ({
  ...{ itemId, id: `copy of ${itemId}`, version: 1, createdAt: '2026-11-20T10:00:00.000Z', isDoubtful },
});
const order = ['a', 'b', 'c'];

describe('what is chosen for a pack', () => {
  it('is nothing at first: no exhibit, nobody it is for, and no chronology', () => {
    expect(packRequest('case', nothingChosen, [], order)).toEqual({
      ...{ output: 'pack', caseId: 'case', recipient: null, to: '', exhibits: [], chronology: null },
    });
  });

  it('holds neither the original nor a redacted copy until somebody says which, and only asks where one was chosen', () => {
    const redactions = [redaction('a'), redaction('b', true), redaction('c')];
    const some = choice({ itemIds: new Set(['b', 'a']) });
    expect(undecidedCopies(some, redactions)).toEqual(['b', 'a']);
    const decided = { ...some, copies: new Map([['a', 'copy of a'] as const, ['b', null] as const]) };
    expect(undecidedCopies(decided, redactions)).toEqual([]);
    expect(packRequest('case', decided, [], order).exhibits).toEqual([
      { itemId: 'a', redactionId: 'copy of a' },
      { itemId: 'b', redactionId: null },
    ]);
  });

  it('shows of the chronology what such a person is usually shown, or what a view says', () => {
    const all = choice({ chronology: 'all', recipient: 'marac' });
    expect(packRequest('case', all, [], order).chronology).toEqual(viewFor('marac'));
    const body = { ...viewFor('police'), fields: ['title' as const] };
    const view: SavedView = { ...body, id: 'view', caseId: 'case', name: 'For DC Patel' };
    expect(packRequest('case', choice({ chronology: 'view' }), [view], order).chronology).toEqual(body);
    expect(packRequest('case', choice({ chronology: 'none' }), [view], order).chronology).toBeNull();
  });
});

describe('how a pack leaves', () => {
  const strong = 'copper lantern drifts beyond the quarry';

  it('is a plain folder until somebody says otherwise', () => {
    expect(missesPassphrase(nothingChosen, null)).toBe(false);
    expect(lockOf(nothingChosen)).toBeNull();
  });

  it('is under a strong passphrase that is not made of the office’s name', () => {
    const sealed = choice({ leavesAs: 'passphrase' });
    for (const passphrase of ['', 'password1234', 'Northern Harbour Advocacy'])
      expect(missesPassphrase({ ...sealed, passphrase }, ['Northern Harbour Advocacy'])).toBe(true);
    const chosen = { ...sealed, passphrase: strong };
    expect(missesPassphrase(chosen, null)).toBe(true);
    expect(missesPassphrase(chosen, ['Northern Harbour Advocacy'])).toBe(false);
    expect(lockOf(chosen)).toEqual({ type: 'passphrase', passphrase: strong });
  });
});
