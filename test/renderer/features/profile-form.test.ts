import { describe, expect, it } from 'vitest';
import { requireBuiltIn } from '../../../electron/services/bundle/profile';
import {
  movedSection,
  newSection,
  profileOfForm,
  profileProblems,
  startProfileForm,
} from '../../../renderer/features/bundle/profile-form';
import { copyOf } from '../../../shared/domain/bundle/own-profile';
import { ownProfileBodySchema } from '../../../shared/models/bundle-profile';

const ids = ['general-2021', 'family-pd27a-2026', 'service-courts', 'criminal-2024', 'client-copy'];
const body = copyOf(requireBuiltIn('family-pd27a-2026'), (of) => of);
const form = startProfileForm(body);

describe('the form of an own profile', () => {
  it.each(ids)('gives %s back as it was where nothing is changed, and finds nothing wrong with it', (id) => {
    const kept = copyOf(requireBuiltIn(id), (of) => of);
    const start = startProfileForm(kept);
    expect(profileProblems(start)).toEqual({});
    const given = profileOfForm(start, kept);
    expect({ ...given, rows: new Set(given.rows) }).toEqual({ ...kept, rows: new Set(kept.rows) });
  });

  it('says in plain words what is wrong, at the field where it is', () => {
    const wrong = {
      ...form,
      ...{ short: ' ', dated: null, pages: '35o', megabytes: '-1', emailPages: '', typeLeast: 'twelve' },
      ...{ dpiLeast: '600', recipients: [] },
      sections: form.sections.map((each, index) => (index === 1 ? { ...each, title: '' } : each)),
      needs: [{ rule: 'own', note: '', classes: [], kinds: [], permissions: [] }],
    };
    expect(profileProblems(wrong)).toEqual({
      short: 'Write something here.',
      dated: 'Choose a day.',
      pages: 'Write a whole number above 0, such as 350.',
      megabytes: 'Write a number above 0, such as 25 or 7.5.',
      emailPages: 'Fill in both, or neither.',
      typeLeast: 'Write a number above 0, such as 25 or 7.5.',
      dpiLeast: 'The least is more than the most.',
      recipients: 'Tick at least one.',
      'section-1': 'Give the section a title.',
      'need-0': 'Tick what it is about, and what must be on record.',
    });
  });

  it('asks for a section that exhibits go into when the usual one is taken out', () => {
    const sections = form.sections.filter(({ id }) => id !== form.usualSection);
    expect(profileProblems({ ...form, sections })).toEqual({
      usualSection: 'Choose a section for exhibits and documents.',
    });
  });

  it('adds and moves sections, each with an id of its own', () => {
    const added = [...form.sections, { ...newSection(form.sections), title: 'Bank' }];
    expect(new Set(added.map(({ id }) => id)).size).toBe(added.length);
    const moved = movedSection(added, added.length - 1, false);
    expect(moved.map(({ title }) => title).slice(-2)).toEqual(['Bank', 'Record']);
    expect(movedSection(added, 0, false)).toEqual(added);
    const kept = profileOfForm({ ...form, sections: moved }, body);
    expect(ownProfileBodySchema.parse(kept).sections).toHaveLength(form.sections.length + 1);
  });

  it('keeps the rule of a limit, and takes the limit out where its field is empty', () => {
    expect(profileOfForm({ ...form, pages: '400' }, body).pagesMost).toMatchObject({
      pages: 400,
      rule: 'F02',
    });
    expect(profileOfForm({ ...form, pages: '' }, body).pagesMost).toBeNull();
    expect(profileOfForm({ ...form, checks: ['numbers'] }, body).rows).toEqual([
      { id: 'F03', check: 'numbers' },
    ]);
  });
});
