import { describe, expect, it } from 'vitest';
import { byRole } from '../../../../../shared/domain/casework/people/by-role';
import { courtPaperNeeds, missingForCourt } from '../../../../../shared/domain/casework/people/court-papers';
import type { NamedPerson } from '../../../../../shared/domain/casework/people/court-papers';
import { personDetailsSchema } from '../../../../../shared/models/register';
import type { PersonDetails } from '../../../../../shared/models/register';
import { caseDetailsSchema } from '../../../../../shared/records/case-details';

const someone = (more: Partial<PersonDetails>, relation = ''): NamedPerson => ({
  name: 'Somebody',
  relation,
  person: personDetailsSchema.parse(more),
});
const details = (more: object) => caseDetailsSchema.parse(more);
const client = {
  ...{ clientName: 'Jane Smith', dateOfBirth: '1990-05-04', address: '12 High Street' },
  ...{ relationship: 'Former partner', jurisdiction: 'england-and-wales' },
};
const other = someone({ role: 'perpetrator', dateOfBirth: '1988-01-01', addresses: ['1 Mill Lane'] });

describe('people by their part in the case', () => {
  it('stand in one order, without parts that nobody has, and those of whom nobody said it at the end', () => {
    const people = [
      { name: 'a', person: someone({ role: 'officer' }).person },
      { name: 'b' },
      { name: 'c', person: someone({ role: 'client' }).person },
      { name: 'd', person: someone({ role: 'officer' }).person },
    ];
    expect(byRole(people).map(({ role, people: some }) => [role, some.map(({ name }) => name)])).toEqual([
      ['client', ['c']],
      ['officer', ['a', 'd']],
      [null, ['b']],
    ]);
  });
});

/** Form FL401, sections 1, 2 and 4 (Family Law Act 1996, part 4). */
describe('what court papers ask first', () => {
  it.each([
    ['nothing is recorded', null, [], courtPaperNeeds],
    ['everything is', details(client), [other], []],
    ['a name of blanks is none', details({ ...client, clientName: '  ' }), [other], ['client-name']],
    [
      'the other side is not recorded at all',
      details(client),
      [],
      ['other-name', 'other-birth', 'other-address'],
    ],
    [
      'there are two people complained of, and one has no date of birth',
      details(client),
      [other, someone({ role: 'perpetrator', addresses: ['2 Mill Lane'] })],
      ['other-birth'],
    ],
    [
      'the client stands among the people',
      details({ jurisdiction: 'scotland' }),
      [
        someone({ role: 'client', dateOfBirth: '1990-05-04', addresses: ['12 High Street'] }),
        someone({ role: 'perpetrator', dateOfBirth: '1988-01-01', addresses: ['1'] }, 'Neighbour'),
      ],
      [],
    ],
    ['a witness is on no side', details(client), [other, someone({ role: 'witness' })], []],
  ])('is told where %s', (_said, known, people, missing) => {
    expect(missingForCourt(known, people)).toEqual(missing);
  });
});
