import type { LetterReader, LetterSort } from '../../../records/letter';
import type { Builder, Built, LetterAsk } from './build-kit';
import { refusal } from './build-kit';
import type { LetterFacts } from './facts';
import { buildMarac } from './marac';
import { buildOwn } from './own-letter';
import { buildReRecord } from './re-record';
import { buildReportPack } from './report-pack';
import { buildResponseReview } from './response-review';
import { buildSpoRequest } from './spo-request';
import type { Template } from './templates';
import { buildVrr } from './vrr';

/** What the letters room makes; a safety plan is made in the room of risk. */
export type MadeSort = Exclude<LetterSort, 'safety-plan' | 'own'>;

const builders: Readonly<Record<MadeSort, Builder>> = {
  'response-review': buildResponseReview,
  'report-pack': buildReportPack,
  marac: buildMarac,
  'spo-request': buildSpoRequest,
  're-record': buildReRecord,
  vrr: buildVrr,
};

export const madeSorts: readonly MadeSort[] = [
  'report-pack',
  'response-review',
  'marac',
  'spo-request',
  're-record',
  'vrr',
];

/** For whom each can be, the usual one first. */
export const readersOf: Readonly<Record<MadeSort, readonly [LetterReader, ...LetterReader[]]>> = {
  'response-review': ['force', 'prosecutor', 'commissioner', 'own'],
  'report-pack': ['force', 'own'],
  marac: ['marac', 'own'],
  'spo-request': ['force', 'own'],
  're-record': ['force', 'own'],
  vrr: ['prosecutor', 'force', 'own'],
};

/** Fills a letter from the case. `template`: of a letter of one's own. */
export function buildLetter(
  sort: LetterSort,
  facts: LetterFacts,
  ask: LetterAsk,
  template?: Template,
): Built {
  if (sort === 'own') return buildOwn(facts, ask, template);
  if (sort === 'safety-plan')
    return refusal(sort, 'Safety plan', 'A safety plan is written in the room of risk and safety.');
  return builders[sort](facts, ask);
}
