import { describe, expect, it } from 'vitest';
import { contentsRows } from '../../../shared/domain/bundle/contents';
import { bundleSettingsSchema } from '../../../shared/models/bundle';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { BundleChoices } from '../../../shared/models/leaving';
import { proceedingsBodySchema } from '../../../shared/models/proceedings';
import { manyOf } from '../../../renderer/features/bundle/many';
import {
  coverOf,
  proceedingsOn,
  saidByNow,
  suggestCover,
} from '../../../renderer/features/bundle/proceedings-suggestion';
import { placesOf } from '../../../renderer/features/bundle/row-places';

const none: BundleChoices = {
  ...bundleSettingsSchema.parse({}),
  ...{ title: 'Hearing bundle', courtCase: '', recipient: null, items: [] },
  ...{ includeChronology: false, includePatterns: false, isOrdered: false },
};
const items = [
  { id: 'a', preview: 'ready', kind: 'image', citedBy: 2, redactions: 1, document: null },
  { id: 'b', preview: 'none', kind: 'messages', citedBy: 0, redactions: 0, document: null },
  { id: 'c', preview: 'none', kind: 'pdf', citedBy: 1, redactions: 0, document: null },
  { id: 'd', preview: 'ready', kind: 'image', citedBy: 0, redactions: 0, document: null },
] as const;
const said = ({ items: decided }: BundleChoices): string =>
  decided.map(({ itemId, isIn }) => `${itemId}${isIn === null ? '?' : isIn ? '+' : '-'}`).join(' ');

describe('many exhibits at once', () => {
  const choose = (id: string, from = none): string =>
    said(
      manyOf(items)
        .find((each) => each.id === id)
        ?.choose(from) ?? none,
    );

  it('go in or stay out, but for what cannot be shown, which nobody is asked about', () => {
    expect(choose('all')).toBe('a+ b+ c? d+');
    expect(choose('none')).toBe('a- b- c? d-');
  });

  it('are those that entries cite, and the others are left out', () => {
    expect(choose('cited')).toBe('a+ b- c? d-');
  });

  it('are those of a kind, and the others stay as they were', () => {
    expect(choose('in image')).toBe('a+ b? c? d+');
    expect(choose('out messages', { ...none, items: [{ itemId: 'a', isIn: true }] })).toBe('a+ b- c? d?');
    expect(manyOf(items).map(({ id }) => id)).not.toContain('in pdf');
  });
});

describe('the menu of an exhibit', () => {
  const profile: Pick<BundleProfile, 'sections' | 'usualSection'> = {
    usualSection: 'statements',
    sections: [
      { id: 'orders', title: 'Orders', use: 'items', holds: [] },
      { id: 'statements', title: 'Statements', use: 'items', holds: [] },
      { id: 'record', title: 'Record', use: 'record', holds: [] },
    ],
  };
  const menuOf = (id: string, choices = none) => {
    const rows = contentsRows(profile, items, choices, null);
    const row = rows.find(({ key }) => key === id);
    if (row?.kind !== 'exhibit') throw new Error('no such exhibit');
    return placesOf({ rows, profile, choices }, row);
  };

  it('holds every place that it can be dragged to', () => {
    expect(menuOf('a').map(({ id }) => id)).toEqual(['later', 'section orders', 'copy']);
    expect(menuOf('d').map(({ id }) => id)).toEqual(['earlier', 'section orders']);
    const moved = menuOf('b')
      .find(({ id }) => id === 'section orders')
      ?.choose();
    expect(moved).toMatchObject({ sectionOf: { b: 'orders' }, isOrdered: true });
  });

  it('shows the original of what has a redacted copy only when that is chosen, and takes it back', () => {
    const chosen = menuOf('a').at(-1)?.choose() ?? none;
    expect(chosen.unredacted).toEqual(['a']);
    expect(menuOf('a', chosen).at(-1)?.choose().unredacted).toEqual([]);
  });
});

describe('what court proceedings suggest for the cover', () => {
  const family = {
    id: 'f',
    ...proceedingsBodySchema.parse({
      court: 'Family Court at Leeds',
      caseNumber: 'LS26F00123',
      title: 'A v B',
    }),
  };
  const crown = { id: 'c', ...proceedingsBodySchema.parse({ court: 'Crown Court at Leeds' }) };
  const untitled = { id: 'u', ...proceedingsBodySchema.parse({ title: 'Re X' }) };
  const all = [family, crown, untitled];

  it('is filled in where nothing is written, and where another suggestion is', () => {
    const first = suggestCover(family, all, { title: 'Hearing bundle', courtCase: '' });
    expect(first).toEqual({
      filled: { title: 'Hearing bundle, A v B', courtCase: 'Family Court at Leeds, LS26F00123' },
      asks: {},
    });
    expect(suggestCover(crown, all, first.filled)).toEqual({
      filled: { title: 'Hearing bundle', courtCase: 'Crown Court at Leeds' },
      asks: {},
    });
  });

  it('never takes the place of what somebody typed, and asks', () => {
    const typed = { title: 'For the hearing in May', courtCase: 'Leeds, room 3' };
    expect(suggestCover(family, all, typed)).toEqual({ filled: typed, asks: coverOf(family) });
    // It says no court, so there is nothing to ask about it.
    expect(suggestCover(untitled, all, typed).asks).toEqual({ title: 'Hearing bundle, Re X' });
  });

  it('is recognised by the line of the court, and by nothing once that was changed', () => {
    const unchosen = { proceedingsId: null };
    expect(proceedingsOn(all, { ...coverOf(family), ...unchosen })?.id).toBe('f');
    expect(proceedingsOn(all, { courtCase: 'Family Court at Leeds', ...unchosen })).toBeNull();
    expect(proceedingsOn(all, { courtCase: '', ...unchosen })).toBeNull();
  });

  it('are those that were chosen, whatever the cover says by now, and none once they are gone', () => {
    const chosen = { courtCase: 'Leeds, room 3', proceedingsId: 'c' };
    expect(proceedingsOn(all, chosen)).toBe(crown);
    expect(saidByNow(all, chosen)).toBe('Crown Court at Leeds');
    expect(saidByNow(all, { ...chosen, courtCase: 'Crown Court at Leeds' })).toBeNull();
    expect(proceedingsOn([family], chosen)).toBeNull();
    expect(saidByNow([family], chosen)).toBeNull();
  });
});
