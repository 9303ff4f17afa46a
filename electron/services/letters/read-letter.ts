import {
  consentProblem,
  consentStanding,
  consentSubjectOf,
} from '../../../shared/domain/casework/letters/consent';
import type { ConsentStanding } from '../../../shared/domain/casework/letters/consent';
import { ukDay } from '../../../shared/domain/dates/standing';
import { HoldfastError } from '../../../shared/errors';
import { consentKind } from '../../../shared/records/consent';
import { letterKind } from '../../../shared/records/letter';
import type { Letter } from '../../../shared/records/letter';
import type { VaultContext } from '../../vault/api';
import { readBodies, readRecord } from '../records/read-records';

interface Asked {
  readonly caseId: string;
  readonly letterId: string;
}

/** A letter as it is saved. Throws `not-found`, also for one of another case. */
export function readLetter(
  context: VaultContext,
  { caseId, letterId }: Asked,
): { readonly id: string; readonly body: Letter } {
  const { id, kind, caseId: of, body } = readRecord(context, letterId);
  const read = letterKind.body.safeParse(body);
  if (kind !== letterKind.kind || of !== caseId || !read.success) throw new HoldfastError('not-found');
  return { id, body: read.data };
}

/** How consent to a letter stands today; null where it goes to nobody else, or to a court. */
export function letterStanding(context: VaultContext, asked: Asked): ConsentStanding | null {
  const subject = consentSubjectOf(readLetter(context, asked).body.reader);
  if (subject === null) return null;
  return consentStanding(readBodies(context, asked.caseId, consentKind), subject, ukDay(context.now()));
}

/** Why consent does not let a letter go, in a sentence; empty where it does. */
export function letterConsent(context: VaultContext, asked: Asked): string {
  const subject = consentSubjectOf(readLetter(context, asked).body.reader);
  const standing = letterStanding(context, asked);
  return subject === null || standing === null ? '' : consentProblem(standing, subject);
}
