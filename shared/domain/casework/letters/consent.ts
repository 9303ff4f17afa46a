import type { Consent } from '../../../records/consent';
import type { Recipient } from '../../../models/leaving-gate';
import { labelOf } from '../../../records/by-fields';
import { consentSubjects } from '../../../records/consent';
import type { LetterReader } from '../../../records/letter';
import type { Kept } from './facts';

export type ConsentSubject = Consent['what'];

/** To what the client is asked to consent before something goes to somebody; null where nobody else gets it, or a court does. */
export function consentSubjectOf(reader: LetterReader): ConsentSubject | null {
  switch (reader) {
    case 'force':
      return 'police';
    case 'prosecutor':
      return 'prosecutor';
    case 'marac':
      return 'marac';
    case 'commissioner':
    case 'agency':
      return 'agency';
    case 'court':
    case 'client':
    case 'own':
      return null;
  }
}

/** How consent stands: given; shared without, for a reason that is written down; or why it does not. */
export type ConsentStands =
  'given' | 'overridden' | 'without-reason' | 'refused' | 'withdrawn' | 'ended' | 'not-recorded';

export interface ConsentStanding {
  readonly is: ConsentStands;
  /** The line of the register that says so. */
  readonly consent: Kept<Consent> | null;
}

/**
 * How consent to a subject stands today: the latest answer counts, by its day; of two on one day, and among those without a day, the one
 * that was written down later. `consents`: in the order in which they were written down.
 */
export function consentStanding(
  consents: readonly Kept<Consent>[],
  subject: ConsentSubject,
  today: string,
): ConsentStanding {
  const about = consents.filter(({ what, answer }) => what === subject && answer !== 'not_asked');
  const consent = about.reduce<Kept<Consent> | null>(
    (latest, each) => (latest === null || (each.on ?? '') >= (latest.on ?? '') ? each : latest),
    null,
  );
  if (consent === null) return { is: 'not-recorded', consent };
  return { is: standsAs(consent, today), consent };
}

function standsAs({ answer, until, reason }: Consent, today: string): ConsentStands {
  switch (answer) {
    case 'given':
      return until !== null && until < today ? 'ended' : 'given';
    case 'overridden':
      return reason.trim() === '' ? 'without-reason' : 'overridden';
    case 'refused':
    case 'withdrawn':
      return answer;
    case 'not_asked':
      return 'not-recorded';
  }
}

/** Whether something may go by it. */
export const allows = ({ is }: ConsentStanding): boolean => is === 'given' || is === 'overridden';

/** To whom it goes, as the gate counts: by this the client’s addresses are a secret or none. */
export function recipientOf(reader: LetterReader): Recipient {
  switch (reader) {
    case 'force':
    case 'commissioner':
      return 'police';
    case 'prosecutor':
      return 'criminal-court';
    case 'court':
      return 'family-court';
    case 'agency':
      return 'office';
    case 'marac':
    case 'client':
    case 'own':
      return reader;
  }
}

/** Why something may not go yet, in a sentence; empty where it may. */
export function consentProblem({ is }: ConsentStanding, subject: ConsentSubject): string {
  const what = labelOf(consentSubjects, subject).toLowerCase();
  switch (is) {
    case 'given':
    case 'overridden':
      return '';
    case 'without-reason':
      return `It is recorded that it goes without consent (${what}), and no reason is recorded.`;
    case 'refused':
      return `The client refused it: ${what}. No decision to share without consent is recorded.`;
    case 'withdrawn':
      return `The client took the consent back: ${what}. No decision to share without consent is recorded.`;
    case 'ended':
      return `The consent has ended: ${what}. No later one is recorded.`;
    case 'not-recorded':
      return `Neither the client’s consent (${what}) nor a reason for sharing without it is recorded.`;
  }
}
