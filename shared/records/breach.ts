import { printUkMoment } from '../domain/dates/uk-moment';
import { breachBodySchema } from '../models/breach';
import type { BreachBody } from '../models/breach';
import type { RecordKind } from './define';
import { breachRiskText, breachStrengthText } from './words/breach-words';
import { lines } from './words/lines';

const moment = (instant: string | null): string | null => (instant === null ? null : printUkMoment(instant));

/**
 * Something with a case on it that was lost or stolen. It is of the office, which answers for it: it goes with no package, and stays
 * when the case is erased. What was on it is not copied here but read from the list of packages, which forgets a case with it.
 */
export const breachKind: RecordKind<BreachBody> = {
  kind: 'breach',
  schema: 1,
  body: breachBodySchema,
  ofOffice: true,
  title: ({ what, foundAt }) => `${what}, found out on ${printUkMoment(foundAt)}`,
  lines: (body) =>
    lines([
      ['what', 'What was lost', body.what],
      ['packageId', 'Package', body.packageId],
      ['foundAt', 'Found out', moment(body.foundAt)],
      ['circumstances', 'How it was lost', body.circumstances],
      ['strength', 'How it was sealed', breachStrengthText[body.strength]],
      ['risk', 'Risk to people', breachRiskText[body.risk]],
      ['riskWhy', 'Why', body.riskWhy],
      ['toldIcoAt', 'ICO told', moment(body.toldIcoAt)],
      ['icoReference', 'Reference of the ICO', body.icoReference],
      ['toldClientAt', 'Client told', moment(body.toldClientAt)],
      ['notes', 'Notes', body.notes],
    ]),
  refs: () => [],
  words: null,
  merge: 'ask',
};
