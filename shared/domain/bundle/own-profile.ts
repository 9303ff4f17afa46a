import type { BundleProfile, OwnProfileBody } from '../../models/bundle-profile';

/** How the ids of own copies begin; behind it that of the record. */
const idStart = 'own-';

export const ownProfileId = (recordId: string): string => `${idStart}${recordId}`;

/** The record of an own copy; null for what comes with Holdfast. */
export function ownRecordId(profileId: string): string | null {
  return profileId.startsWith(idStart) ? profileId.slice(idStart.length) : null;
}

/** What a copy of a profile holds at first: all that it says, under a name of its own. A copy of a copy says the same origin. */
export function copyOf(profile: BundleProfile, named: (of: string) => string): OwnProfileBody {
  const { id, own, ...body } = profile;
  return {
    ...body,
    name: named(profile.name).slice(0, 200),
    short: named(profile.short).slice(0, 80),
    of: own?.of ?? id,
    ofName: own?.ofName ?? profile.short,
  };
}

/** What an own copy holds, as it is kept. */
export function bodyOfOwn({ id: _, own, ...body }: BundleProfile): OwnProfileBody {
  return { ...body, of: own?.of ?? '', ofName: own?.ofName ?? '' };
}

/** What is wrong between the fields of a profile, which no schema of one field says. */
export const profileFaults = [
  'no-items-section',
  'usual-section',
  'one-record',
  'one-told',
  'same-title',
  'dpi-order',
] as const;
export type ProfileFault = (typeof profileFaults)[number];

/** Whatever would leave exhibits without a section, or two parts under one name. */
export function faultsOf({
  sections,
  usualSection,
  dpi,
}: Pick<OwnProfileBody, 'sections' | 'usualSection' | 'dpi'>): readonly ProfileFault[] {
  const count = (use: (typeof sections)[number]['use']): number =>
    sections.filter((each) => each.use === use).length;
  const different = (values: readonly string[]): boolean => new Set(values).size === values.length;
  const titles = sections.map(({ title }) => title.trim().toLowerCase());
  const usual = sections.find(({ id }) => id === usualSection);
  const found: readonly (readonly [ProfileFault, boolean])[] = [
    ['no-items-section', count('items') === 0],
    ['usual-section', usual?.use !== 'items'],
    ['one-record', count('record') !== 1],
    ['one-told', count('told') > 1],
    ['same-title', !different(titles) || !different(sections.map(({ id }) => id))],
    ['dpi-order', dpi.least !== null && dpi.least > dpi.most],
  ];
  return found.flatMap(([fault, isSo]) => (isSo ? [fault] : []));
}
