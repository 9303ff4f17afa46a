import { labelOf } from '../../../records/by-fields';
import { requestSubjects } from '../../../records/police-request';
import type { InformationRequest } from '../../../records/information-request';
import type { PoliceRequest } from '../../../records/police-request';
import type { Recorded } from './facts';
import { certain, dueOf, dueSoon, on, say, when } from './view';
import type { Found, View } from './view';

/** What was asked of police and prosecutor, and what they asked for. */
export function askRules(view: View): readonly Found[] {
  return [
    ...view.facts.requests.flatMap((request) => [...unanswered(view, request), ...cctv(view, request)]),
    ...view.facts.informationRequests.flatMap((request) => informationAsked(view, request)),
  ];
}

const isOpen = ({ answer, answeredOn, doneOn }: PoliceRequest): boolean =>
  answer === null && answeredOn === null && doneOn === null;

function unanswered(view: View, { id, title, body }: Recorded<PoliceRequest>): readonly Found[] {
  if (!isOpen(body) || body.on === null) return [];
  const whom = body.of === '' ? '' : ` of ${body.of}`;
  return dueSoon(view, dueOf(view, 'ask-unanswered', body.on), {
    rule: 'ask-unanswered',
    subject: id,
    text: `${labelOf(requestSubjects, body.what)}: asked${whom} on ${say(body.on)}, no answer recorded.`,
    standsOn: on('police-request', { id, title }),
    record: id,
  });
}

/** CCTV that is written over soon, and of which nobody has said that it was secured. */
function cctv(view: View, { id, title, body }: Recorded<PoliceRequest>): readonly Found[] {
  if (!isOpen(body) || body.deletedOn === null) return [];
  return dueSoon(view, certain(body.deletedOn), {
    rule: 'cctv-deleted',
    subject: id,
    text: `${labelOf(requestSubjects, body.what)}: deleted on ${say(body.deletedOn)}, as its owner says; no answer recorded.`,
    standsOn: on('police-request', { id, title }),
    record: id,
  });
}

function informationAsked(view: View, { id, title, body }: Recorded<InformationRequest>): readonly Found[] {
  if (body.reply !== null || body.repliedOn !== null) return [];
  const line = { subject: id, standsOn: on('information-request', { id, title }), record: id };
  const from = body.from === '' ? '' : ` from ${body.from}`;
  return [
    ...dueSoon(view, dueOf(view, 'request-unanswered', body.on), {
      ...line,
      rule: 'request-unanswered',
      text: `A request for information${from} of ${say(body.on)}: no reply is recorded.`,
    }),
    ...when(body.isCounselling === true, () => ({
      ...line,
      rule: 'request-counselling',
      text: `The request${from} asks for counselling or support notes, which is presumed unnecessary.`,
    })),
    ...when(body.noticeGiven !== true, () => ({
      ...line,
      rule: 'request-notice',
      text:
        body.noticeGiven === null
          ? `Whether the client had written notice of the request${from} is not recorded.`
          : `The client had no written notice of the request${from}, as recorded.`,
    })),
  ];
}
