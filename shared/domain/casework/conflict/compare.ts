import { compareAddresses, compareHandles, compareMarks } from './identifiers';
import { readyAddress, readyEmail, readyHandle, readyPhone, readyVehicle } from './identifiers';
import type { ReadyAddress, ReadyHandle, ReadyMark } from './identifiers';
import { conflictGrounds } from '../../../models/conflict';
import type { ConflictGround } from '../../../models/conflict';
import { compareNames, readyName } from './names';
import type { ReadyName, Sure } from './names';

/** What a case knows of one person. */
export interface KnownPerson {
  readonly names: readonly string[];
  readonly dateOfBirth: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly handles: readonly string[];
  readonly vehicles: readonly string[];
  readonly addresses: readonly string[];
}

/** The same, made ready once to be compared with many. */
export interface ReadyPerson {
  readonly names: readonly ReadyName[];
  readonly dateOfBirth: string | null;
  readonly phones: readonly ReadyMark[];
  readonly emails: readonly ReadyMark[];
  readonly handles: readonly ReadyHandle[];
  readonly vehicles: readonly ReadyMark[];
  readonly addresses: readonly ReadyAddress[];
}

export interface Match {
  readonly ground: ConflictGround;
  readonly sure: Sure;
}

const all = <T>(texts: readonly string[], ready: (text: string) => T | null): readonly T[] =>
  texts.flatMap((text) => ready(text) ?? []);

/** Makes a person ready to be compared. */
export function readyPerson(person: KnownPerson): ReadyPerson {
  return {
    names: all(person.names, readyName),
    dateOfBirth: person.dateOfBirth,
    phones: all(person.phones, readyPhone),
    emails: all(person.emails, readyEmail),
    handles: all(person.handles, readyHandle),
    vehicles: all(person.vehicles, readyVehicle),
    addresses: all(person.addresses, readyAddress),
  };
}

/** The surest of all pairs. */
function best<T>(
  ones: readonly T[],
  others: readonly T[],
  compare: (one: T, other: T) => Sure | null,
): Sure | null {
  let found: Sure | null = null;
  for (const one of ones)
    for (const other of others) {
      const sure = compare(one, other);
      if (sure === 'same') return sure;
      found ??= sure;
    }
  return found;
}

/** A name, held against dates of birth: one date makes a similar name surer, two make it another person, and the same name less sure. */
function nameMatch(one: ReadyPerson, other: ReadyPerson): Sure | null {
  const sure = best(one.names, other.names, compareNames);
  if (sure === null || one.dateOfBirth === null || other.dateOfBirth === null) return sure;
  if (one.dateOfBirth === other.dateOfBirth) return 'same';
  return sure === 'same' ? 'similar' : null;
}

/** On what two people may be one, each sort of thing once. Many are born on one day: a date by itself is no more than similar. */
export function comparePeople(one: ReadyPerson, other: ReadyPerson): readonly Match[] {
  const name = nameMatch(one, other);
  const isOneDay = one.dateOfBirth !== null && one.dateOfBirth === other.dateOfBirth;
  const birth = isOneDay ? (name === null ? 'similar' : 'same') : null;
  const found: readonly (readonly [ConflictGround, Sure | null])[] = [
    ['name', name],
    ['birth', birth],
    ['phone', best(one.phones, other.phones, compareMarks)],
    ['email', best(one.emails, other.emails, compareMarks)],
    ['handle', best(one.handles, other.handles, compareHandles)],
    ['vehicle', best(one.vehicles, other.vehicles, compareMarks)],
    ['address', best(one.addresses, other.addresses, compareAddresses)],
  ];
  return found.flatMap(([ground, sure]) => (sure === null ? [] : [{ ground, sure }]));
}

/** On what the people of two cases may be the same, each sort of thing once, the surest first. */
export function compareCases(ones: readonly ReadyPerson[], others: readonly ReadyPerson[]): readonly Match[] {
  const found = new Map<ConflictGround, Sure>();
  for (const one of ones)
    for (const other of others)
      for (const { ground, sure } of comparePeople(one, other))
        if (found.get(ground) !== 'same') found.set(ground, sure);
  const matches = conflictGrounds.flatMap((ground): Match[] => {
    const sure = found.get(ground);
    return sure === undefined ? [] : [{ ground, sure }];
  });
  return matches.sort((one, other) => Number(other.sure === 'same') - Number(one.sure === 'same'));
}
