import type { Behaviour, Channel } from '../../../models/chronology';

/** Kinds of conduct that a term may forbid and an entry may tell of. What is in person, by a means, or about things. */
export const conducts = [
  'call',
  'text',
  'message',
  'email',
  'social',
  'post',
  'gift',
  'speak',
  'visit',
  'presence',
  'loiter',
  'follow',
  'watch',
  'track',
  'access',
  'publish',
  'account',
  'threat',
  'violence',
  'property',
  'enter',
  'possess',
] as const;
export type Conduct = (typeof conducts)[number];

/** What is done to the person or to what is theirs, without contact and wherever that is. */
export const otherConducts: readonly Conduct[] = [
  'follow',
  'watch',
  'track',
  'access',
  'publish',
  'account',
  'threat',
  'violence',
  'property',
];

/** Contact, by any means. */
export const contactConducts: readonly Conduct[] = [
  'call',
  'text',
  'message',
  'email',
  'social',
  'post',
  'gift',
  'speak',
  'visit',
];
/** What only somebody who is there can do. */
export const inPerson: readonly Conduct[] = [
  'presence',
  'loiter',
  'visit',
  'speak',
  'follow',
  'enter',
  'violence',
];

const words: Readonly<Record<Conduct, string>> = {
  call: 'a call',
  text: 'a text message',
  message: 'a message',
  email: 'an e-mail',
  social: 'contact on social media',
  post: 'a letter, card or parcel',
  gift: 'something given or left',
  speak: 'contact in person',
  visit: 'coming to where the person was',
  presence: 'being at a place',
  loiter: 'waiting about',
  follow: 'following',
  watch: 'watching',
  track: 'tracking',
  access: 'monitoring accounts or getting into them',
  publish: 'something published',
  account: 'an account',
  threat: 'a threat',
  violence: 'violence',
  property: 'interfering with property',
  enter: 'entering premises',
  possess: 'having something',
};
export const conductText = (conduct: Conduct): string => words[conduct];

/** What an act of section 2A(3) is here; `b` is contact by whatever means the entry tells. */
export const conductsOfAct: Readonly<Record<Behaviour, readonly Conduct[]>> = {
  a: ['follow'],
  b: [],
  c_i: ['publish'],
  c_ii: ['publish', 'account'],
  d: ['access'],
  e: ['loiter'],
  f: ['property'],
  g: ['watch'],
  enter: ['enter'],
  leave: ['gift'],
  other: [],
};

/** What a term forbids that is put down by an act of the Act. */
export const forbiddenByAct: Readonly<Record<string, readonly Conduct[]>> = {
  a: ['follow'],
  b: contactConducts,
  c_i: ['publish'],
  c_ii: ['publish', 'account'],
  d: ['track'],
  e: ['loiter', 'presence'],
  f: ['property'],
  g: ['watch', 'track', 'access'],
  enter: ['enter'],
  leave: ['gift'],
};

export const conductsOfChannel: Readonly<Record<Channel, readonly Conduct[]>> = {
  in_person: [],
  call: ['call'],
  voicemail: ['call'],
  text: ['text'],
  whatsapp: ['message'],
  email: ['email'],
  social: ['social'],
  post: ['post'],
  gift: ['gift'],
  vehicle: ['presence'],
  device_or_tracker: ['track'],
  third_party: [],
  legal_process: [],
  online_post: ['publish'],
  property: [],
  other: [],
};
