import { counted } from '../../counts';
import type { Assessment } from '../../../records/assessment';
import { certain, dueOf, dueSoon, lastOf, on, say, when } from './view';
import type { Found, View } from './view';
import type { Recorded } from './facts';

/** The assessment that stands: the last by its day. */
export function standingAssessment({ facts }: View): Recorded<Assessment> | null {
  return lastOf(facts.assessments, (body) => body.on);
}

/** The day a case is counted from: of the referral, else of its first record here. */
export function begunOn({ facts }: View): string {
  return facts.details?.referredOn ?? facts.openedOn;
}

/** What is missing of assessment, plan and safety plan, and what of them is due. */
export function riskRules(view: View): readonly Found[] {
  const standing = standingAssessment(view);
  return [
    ...(standing === null
      ? noAssessment(view)
      : [...noPlan(view, standing), ...partsLeftOut(standing), ...review(view, standing)]),
    ...actionsDue(view),
    ...noSafetyPlan(view),
  ];
}

function noAssessment(view: View): readonly Found[] {
  return dueSoon(view, dueOf(view, 'no-assessment', begunOn(view)), {
    rule: 'no-assessment',
    text: `No risk assessment is recorded. The case began on ${say(begunOn(view))}.`,
    record: 'new-assessment',
  });
}

/** Of the assessment that stands: an action counts that names it, or no assessment, and has owner and date. */
function noPlan({ facts }: View, { id, title }: Recorded<Assessment>): readonly Found[] {
  const ofIt = facts.planActions.filter(({ body }) => body.assessmentId === id || body.assessmentId === null);
  const whole = ofIt.filter(({ body }) => body.owner !== '' && body.due !== null);
  const unfinished =
    ofIt.length === 0
      ? ''
      : ` ${counted(ofIt.length, 'action has', 'actions have')} no owner or no date recorded.`;
  return when(whole.length === 0, () => ({
    rule: 'no-plan',
    subject: id,
    text: `No action with owner and date is recorded for the assessment ${title}.${unfinished}`,
    standsOn: [...on('assessment', { id, title }), ...on('plan-action', ...ofIt)],
    record: 'new-plan-action',
  }));
}

function partsLeftOut({ id, title, body }: Recorded<Assessment>): readonly Found[] {
  return when(body.partsNotCompleted.trim() !== '', () => ({
    rule: 'parts-not-completed',
    subject: id,
    text: `Parts of the assessment ${title} are not completed.`,
    standsOn: on('assessment', { id, title }),
    record: id,
  }));
}

function review(view: View, { id, title, body }: Recorded<Assessment>): readonly Found[] {
  const standsOn = on('assessment', { id, title });
  if (body.reviewOn === null)
    return [
      {
        rule: 'no-review-date',
        subject: id,
        text: `No day for the next review of the assessment ${title} is recorded.`,
        standsOn,
        record: id,
      },
    ];
  return dueSoon(view, certain(body.reviewOn), {
    rule: 'assessment-review',
    subject: id,
    text: `The assessment ${title} was to be reviewed on ${say(body.reviewOn)}. No later assessment is recorded.`,
    standsOn,
    record: 'new-assessment',
  });
}

function actionsDue(view: View): readonly Found[] {
  return view.facts.planActions.flatMap(({ id, title, body }) =>
    body.doneOn !== null || body.due === null
      ? []
      : dueSoon(view, certain(body.due), {
          rule: 'plan-action-due',
          subject: id,
          text: `${title}. By ${say(body.due)}${body.owner === '' ? '' : `, ${body.owner}`}; not recorded as done.`,
          standsOn: on('plan-action', { id, title }),
          record: id,
        }),
  );
}

function noSafetyPlan(view: View): readonly Found[] {
  const hasOne = view.facts.safetyPlans.some(({ body }) => body.parts.some(({ text }) => text.trim() !== ''));
  return hasOne
    ? []
    : dueSoon(view, dueOf(view, 'no-safety-plan', begunOn(view)), {
        rule: 'no-safety-plan',
        text: 'No safety plan is recorded.',
        record: view.facts.safetyPlans[0]?.id ?? 'new-safety-plan',
      });
}
