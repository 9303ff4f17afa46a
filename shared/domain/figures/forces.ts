/**
 * Territorial forces of the three jurisdictions and those of the railways, of Defence and of nuclear sites (police.uk/pu/find-a-police-force, gov.uk, seen
 * 28 Nov 2026 from memory: not confirmed). What is typed as a force is a person's own words: on a page for somebody else stands a
 * name of this list or none.
 */
export const forces = [
  'Avon and Somerset',
  'Bedfordshire',
  'British Transport Police',
  'Cambridgeshire',
  'Cheshire',
  'City of London',
  'Civil Nuclear Constabulary',
  'Cleveland',
  'Cumbria',
  'Derbyshire',
  'Devon and Cornwall',
  'Dorset',
  'Durham',
  'Dyfed-Powys',
  'Essex',
  'Gloucestershire',
  'Greater Manchester',
  'Gwent',
  'Hampshire and Isle of Wight',
  'Hertfordshire',
  'Humberside',
  'Kent',
  'Lancashire',
  'Leicestershire',
  'Lincolnshire',
  'Merseyside',
  'Metropolitan Police',
  'Ministry of Defence Police',
  'Norfolk',
  'North Wales',
  'North Yorkshire',
  'Northamptonshire',
  'Northumbria',
  'Nottinghamshire',
  'Police Scotland',
  'Police Service of Northern Ireland',
  'South Wales',
  'South Yorkshire',
  'Staffordshire',
  'Suffolk',
  'Surrey',
  'Sussex',
  'Thames Valley',
  'Warwickshire',
  'West Mercia',
  'West Midlands',
  'West Yorkshire',
  'Wiltshire',
] as const;

/** Words that a force may be written with or without. */
const common = /\b(?:the|police|constabulary|service|force|of)\b/gu;
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(common, ' ')
    .replace(/[^a-z]+/gu, ' ')
    .trim();

const shortNames: readonly (readonly [string, string])[] = [
  ['met', 'Metropolitan Police'],
  ['metropolitan', 'Metropolitan Police'],
  ['mps', 'Metropolitan Police'],
  ['gmp', 'Greater Manchester'],
  ['psni', 'Police Service of Northern Ireland'],
  ['btp', 'British Transport Police'],
  ['mdp', 'Ministry of Defence Police'],
  ['cnc', 'Civil Nuclear Constabulary'],
  ['hampshire', 'Hampshire and Isle of Wight'],
];
const byName = new Map<string, string>([...forces.map((each) => [bare(each), each] as const), ...shortNames]);

/** A force of the list by what somebody typed, or null: nothing else is printed. */
export function forceOf(typed: string): string | null {
  return byName.get(bare(typed)) ?? null;
}
