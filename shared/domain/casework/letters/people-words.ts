import type { LetterBlock } from '../../../records/letter';
import { dateWords } from '../../../records/words/date-words';
import { filled, row } from './blocks';
import type { LetterFacts } from './facts';

/** Those whom the client complains of. */
export function complainedOf({ people }: LetterFacts): LetterFacts['people'] {
  return people.filter(({ person }) => person?.role === 'perpetrator');
}

/** Who it is about: names, identifiers, and what they are to the client. */
export function personRows(facts: LetterFacts): readonly LetterBlock[] {
  const all = complainedOf(facts);
  const relationship = row([
    'What they are to the client',
    filled(facts.details.relationship, 'what the person complained of is to the client'),
  ]);
  if (all.length === 0)
    return [row(['Person complained of', filled('', 'the person complained of')]), relationship];
  return [
    ...all.map(({ id, name, person }) => {
      const more = [
        person === undefined || person.dateOfBirth === null ? '' : `born ${dateWords(person.dateOfBirth)}`,
        listed('also called', person?.aliases),
        listed('phone', person?.phones),
        listed('e-mail', person?.emails),
        listed('on platforms', person?.handles),
        listed('vehicle', person?.vehicles),
        listed('address', person?.addresses),
      ];
      return row(['Person complained of', [name, ...more].filter((each) => each !== '').join('; ')], [id]);
    }),
    relationship,
  ];
}

const listed = (what: string, all: readonly string[] | undefined): string =>
  all === undefined || all.length === 0 ? '' : `${what}: ${all.join(', ')}`;
