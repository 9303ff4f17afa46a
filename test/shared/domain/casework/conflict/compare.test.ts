import { describe, expect, it } from 'vitest';
import {
  compareCases,
  comparePeople,
  readyPerson,
} from '../../../../../shared/domain/casework/conflict/compare';
import { sameFirstNames } from '../../../../../shared/domain/casework/conflict/first-names';
import { areOne, areTwo, known } from './pairs';

describe('people of two cases', () => {
  it('are tried with at least sixty pairs of each sort, and sixty short forms', () => {
    expect(areOne.length).toBeGreaterThanOrEqual(60);
    expect(areTwo.length).toBeGreaterThanOrEqual(60);
    expect(sameFirstNames.length).toBeGreaterThanOrEqual(60);
  });

  it.each(areOne)('may be one: %s', (_said, one, other) => {
    expect(comparePeople(readyPerson(one), readyPerson(other))).not.toEqual([]);
    expect(comparePeople(readyPerson(other), readyPerson(one))).not.toEqual([]);
  });

  it.each(areTwo)('are two: %s', (_said, one, other) => {
    expect(comparePeople(readyPerson(one), readyPerson(other))).toEqual([]);
    expect(comparePeople(readyPerson(other), readyPerson(one))).toEqual([]);
  });

  it('are surer to be one by the same thing than by a thing like it', () => {
    const sure = (one: object, other: object) =>
      comparePeople(readyPerson(known(one)), readyPerson(known(other)));
    expect(sure({ names: ['Smith, Jané'] }, { names: ['Jane Smith'] })).toEqual([
      { ground: 'name', sure: 'same' },
    ]);
    expect(sure({ names: ['J Smith'] }, { names: ['Jane Smith'] })).toEqual([
      { ground: 'name', sure: 'similar' },
    ]);
    expect(sure({ phones: ['07700 900123'] }, { phones: ['+447700900123'] })).toEqual([
      { ground: 'phone', sure: 'same' },
    ]);
    expect(sure({ emails: ['a.b@gmail.com'] }, { emails: ['ab@gmail.com'] })).toEqual([
      { ground: 'email', sure: 'similar' },
    ]);
    expect(sure({ handles: ['instagram: rowan1'] }, { handles: ['snapchat: rowan1'] })).toEqual([
      { ground: 'handle', sure: 'similar' },
    ]);
    const born = { dateOfBirth: '1990-05-04' };
    expect(sure({ names: ['Jane Smyth'], ...born }, { names: ['Jane Smith'], ...born })).toEqual([
      { ground: 'name', sure: 'same' },
      { ground: 'birth', sure: 'same' },
    ]);
    expect(
      sure({ names: ['Jane Smith'], ...born }, { names: ['Jane Smith'], dateOfBirth: '1990-05-05' }),
    ).toEqual([{ ground: 'name', sure: 'similar' }]);
  });

  it('are told once for each sort of thing, the surest first', () => {
    const one = readyPerson(known({ names: ['Jane Smyth'], phones: ['07700 900123'] }));
    const two = readyPerson(known({ names: ['Tom Hall'], phones: ['07700 900123'] }));
    const other = readyPerson(known({ names: ['Jane Smith'], phones: ['+44 7700 900123'] }));
    expect(compareCases([one, two], [other])).toEqual([
      { ground: 'phone', sure: 'same' },
      { ground: 'name', sure: 'similar' },
    ]);
  });
});
