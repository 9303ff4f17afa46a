import type {
  OrderDetails,
  OrderTerm,
  PersonDetails,
  bailStands,
  orderStages,
  personRoles,
} from '../../models/register';
import { dateWords } from './date-words';
import type { NameOf } from './lines';

const roles: Readonly<Record<(typeof personRoles)[number], string>> = {
  client: 'Client',
  perpetrator: 'Person complained of',
  witness: 'Witness',
  officer: 'Police officer',
  professional: 'Other professional',
  family: 'Family or friend of the client',
  child: 'Child',
  other: 'Somebody else',
};
export const personRoleText = (role: (typeof personRoles)[number]): string => roles[role];
export const personRoleOptions = Object.entries(roles).map(([id, label]) => ({
  id: id as (typeof personRoles)[number],
  label,
}));

const stages: Readonly<Record<(typeof orderStages)[number], string>> = {
  considered: 'Thought of',
  asked: 'Asked for',
  refused: 'Refused',
  made: 'Made',
  ended: 'Ended',
};
export const orderStageText = (stage: (typeof orderStages)[number]): string => stages[stage];
export const orderStageOptions = Object.entries(stages).map(([id, label]) => ({
  id: id as (typeof orderStages)[number],
  label,
}));

const bail: Readonly<Record<(typeof bailStands)[number], string>> = {
  pre_charge: 'Police bail, before charge',
  post_charge: 'Court bail, after charge',
  under_investigation: 'Released under investigation, no conditions',
};
export const bailText = (stand: (typeof bailStands)[number]): string => bail[stand];
export const bailOptions = Object.entries(bail).map(([id, label]) => ({
  id: id as (typeof bailStands)[number],
  label,
}));

/** What is known of a person, line by line. */
export function personDetailLines(person: PersonDetails): readonly string[] {
  const { role, dateOfBirth, organisation, badge } = person;
  const listed: readonly (readonly [string, readonly string[]])[] = [
    ['Also called', person.aliases],
    ['Phone', person.phones],
    ['E-mail', person.emails],
    ['Names on platforms', person.handles],
    ['Vehicles', person.vehicles],
    ['Addresses', person.addresses],
  ];
  return [
    ...(role === null ? [] : [roles[role]]),
    ...(dateOfBirth === null ? [] : [`Born ${dateWords(dateOfBirth)}`]),
    ...(organisation === '' ? [] : [organisation]),
    ...(badge === '' ? [] : [`Number ${badge}`]),
    ...listed.flatMap(([label, all]) => (all.length === 0 ? [] : [`${label}: ${all.join('; ')}`])),
  ];
}

export function personDetailWords(person: PersonDetails): readonly string[] {
  const { aliases, phones, emails, handles, vehicles, addresses, organisation, badge } = person;
  return [...aliases, ...phones, ...emails, ...handles, ...vehicles, ...addresses, organisation, badge];
}

/** A term of an order in words. */
export function termLine(term: OrderTerm, nameOf: NameOf): string {
  const about = [...term.personIds, ...term.placeIds].map(nameOf).filter((each) => each !== '');
  if (term.placeText !== '') about.push(term.placeText);
  const dates = [
    term.from === null ? '' : `from ${dateWords(term.from)}`,
    term.until === null ? '' : `until ${dateWords(term.until)}`,
  ].filter((each) => each !== '');
  const behind = [...about, ...dates];
  return behind.length === 0 ? term.text : `${term.text} (${behind.join(', ')})`;
}

const yesNo = (answer: boolean): string => (answer ? 'yes' : 'no');

/** What is known of an order, line by line. */
export function orderDetailLines(order: OrderDetails, nameOf: NameOf): readonly string[] {
  const said: readonly (readonly [string, string | null])[] = [
    ['Stage', order.stage === null ? null : stages[order.stage]],
    ['Asked for on', order.askedOn === null ? null : dateWords(order.askedOn)],
    ['Asked of', order.askedOf],
    ['Answered on', order.answeredOn === null ? null : dateWords(order.answeredOn)],
    ['Answer', order.answer],
    ['Reason', order.reason],
    ['Interim', order.isInterim === null ? null : yesNo(order.isInterim)],
    ['Court', order.court],
    ['Case number', order.caseNumber],
    ['Made on', order.madeOn === null ? null : dateWords(order.madeOn)],
    ['Served on', order.servedOn === null ? null : dateWords(order.servedOn)],
    ['Police notified on', order.notifiedOn === null ? null : dateWords(order.notifiedOn)],
    ['Certified copy held', order.certifiedCopy === null ? null : yesNo(order.certifiedCopy)],
    ['Bail', order.bail === null ? null : bail[order.bail]],
    ['Return date', order.returnOn === null ? null : dateWords(order.returnOn)],
    ['Client’s views asked', order.viewsAsked === null ? null : yesNo(order.viewsAsked)],
    ['Client told on', order.clientToldOn === null ? null : dateWords(order.clientToldOn)],
    ['Binds', order.bindsIds.map(nameOf).join('; ')],
    ['Protects', order.protectsIds.map(nameOf).join('; ')],
  ];
  return [
    ...said.flatMap(([label, text]) => (text === null || text === '' ? [] : [`${label}: ${text}`])),
    ...order.terms.map((term, at) => `Term ${at + 1}: ${termLine(term, nameOf)}`),
  ];
}

export function orderDetailWords(order: OrderDetails): readonly string[] {
  const { askedOf, answer, reason, court, caseNumber, terms } = order;
  return [
    askedOf,
    answer,
    reason,
    court,
    caseNumber,
    ...terms.flatMap(({ text, placeText }) => [text, placeText]),
  ];
}
