import type * as z from 'zod';
import { idSchema } from '../models/common';
import { checkIds, provenanceSchema } from '../models/provenance';
import type { Provenance } from '../models/provenance';
import type { RecordKind } from './define';
import { dateWords } from './words/date-words';
import { lines } from './words/lines';
import { answerWords, checkNames, wayWords } from './words/provenance-words';

export const provenanceRecordSchema = provenanceSchema.extend({ itemId: idSchema });
export type ProvenanceRecord = z.infer<typeof provenanceRecordSchema>;

/** Where an exhibit came from, as a person says it. There is one for each exhibit (`recordIdAbout`). */
export const provenanceKind: RecordKind<ProvenanceRecord> = {
  kind: 'provenance',
  schema: 1,
  body: provenanceRecordSchema,
  title: ({ way }) => (way === null ? 'Where it came from' : `Where it came from: ${wayWords[way]}`),
  lines: (said, nameOf) =>
    lines([
      ['itemId', 'Exhibit', nameOf(said.itemId)],
      ['way', 'How it came', said.way === null ? '' : wayWords[said.way]],
      ['givenBy', 'Given by', said.givenBy],
      ['receivedOn', 'Received', said.receivedOn === null ? '' : dateWords(said.receivedOn)],
      ['device', 'Device', said.device],
      ['capturedBy', 'Taken by', said.capturedBy],
      ['account', 'Account', said.account],
      ['originalKept', 'Original', originalText(said.originalKept)],
      ['saidBy', 'In the words of', said.saidBy],
      ['note', 'Note', said.note],
      ['checks', 'What it shows', checksText(said.checks)],
    ]),
  refs: ({ itemId }) => [itemId],
  about: ({ itemId }) => [itemId],
  onlyOneAbout: ({ itemId }) => itemId,
  words: ({ givenBy, device, capturedBy, account, saidBy, note }) => [
    ...[givenBy, device, capturedBy, account, saidBy, note],
  ],
  merge: 'ask',
};

function originalText(kept: Provenance['originalKept']): string {
  if (kept === null) return '';
  return kept === 'yes' ? 'still where it was made' : 'no longer there';
}

function checksText(checks: Provenance['checks']): string {
  const answered = checkIds.flatMap((id) => {
    const answer = checks[id];
    return answer === undefined ? [] : [`${checkNames[id]}: ${answerWords[answer]}`];
  });
  return answered.join(', ');
}
