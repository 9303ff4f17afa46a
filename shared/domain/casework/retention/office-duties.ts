import type { OfficeDuty, RetentionCase } from '../../../models/retention';
import type { DataComplaint } from '../../../records/data-complaint';
import type { SubjectAccess } from '../../../records/subject-access';
import { addDays } from '../working-days';
import { accessDue, acknowledgementDue } from './due';

type Named<T> = T & { readonly id: string };

/** Days before a day is due on which it is said to come. */
const soon = 7;

function toneOf(due: string | null, today: string): OfficeDuty['tone'] {
  if (due === null) return 'neutral';
  if (due < today) return 'red';
  return due <= addDays(today, soon) ? 'amber' : 'neutral';
}

/**
 * What the office itself has to do: answer requests for somebody's own data, acknowledge and answer complaints, look at cases that
 * need not be kept any longer. No line names anybody. A line goes away when it is met. The earliest due first, those without a day last.
 */
export function officeDuties(
  {
    requests,
    complaints,
    cases,
  }: {
    readonly requests: readonly Named<SubjectAccess>[];
    readonly complaints: readonly Named<DataComplaint>[];
    readonly cases: readonly RetentionCase[];
  },
  today: string,
): readonly OfficeDuty[] {
  const all = [
    ...requests.flatMap((each) => requestDuty(each, today)),
    ...complaints.flatMap((each) => complaintDuty(each, today)),
    ...cases.filter((each) => isForReview(each, today)).map((each) => reviewDuty(each, today)),
  ];
  return all.sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
}

function requestDuty(request: Named<SubjectAccess>, today: string): readonly OfficeDuty[] {
  if (request.answeredOn !== null || request.outcome === 'withdrawn') return [];
  const due = accessDue(request, null);
  return [
    {
      ...{
        rule: 'subject-access',
        id: request.id,
        due: due?.day ?? null,
        isCertain: due?.isCertain ?? false,
      },
      text:
        due === null
          ? 'A request for somebody’s own data: the clock stands still, no answer recorded'
          : 'A request for somebody’s own data: no answer recorded',
      tone: toneOf(due?.day ?? null, today),
      source: 'UK GDPR Article 12(3)',
    },
  ];
}

function complaintDuty(complaint: Named<DataComplaint>, today: string): readonly OfficeDuty[] {
  const source = 'Data Protection Act 2018 s.164A, not confirmed';
  if (complaint.answeredOn !== null) return [];
  if (complaint.acknowledgedOn !== null)
    return [
      {
        ...{
          rule: 'complaint-answer',
          id: complaint.id,
          due: null,
          isCertain: false,
          tone: 'neutral',
          source,
        },
        text: 'A complaint about data: acknowledged, no outcome recorded',
      },
    ];
  const due = acknowledgementDue(complaint);
  return [
    {
      ...{ rule: 'complaint-acknowledge', id: complaint.id, due, isCertain: true, source },
      text: 'A complaint about data: no acknowledgement recorded',
      tone: toneOf(due, today),
    },
  ];
}

/** Whether a closed case waits for somebody to decide: its time is over, nothing holds it, and no decision to keep it longer stands. */
export function isForReview({ until, isHeld, longer }: RetentionCase, today: string): boolean {
  if (until === null || until > today || isHeld) return false;
  return longer === null || (longer.until !== null && longer.until <= today);
}

function reviewDuty({ caseId, reference, until, longer }: RetentionCase, today: string): OfficeDuty {
  const due = longer?.until ?? until;
  return {
    ...{ rule: 'retention-review', id: caseId, due, isCertain: true, source: 'The office’s own rule' },
    text: `${reference}: the time it is kept is over, and nobody has decided`,
    tone: toneOf(due, today),
  };
}
