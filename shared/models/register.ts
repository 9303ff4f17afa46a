import * as z from 'zod';
import { edtfSchema, idSchema, longText, shortText } from './common';

/** What an entry may be linked to besides evidence. */
export const registerKinds = ['person', 'place', 'order'] as const;
export const registerKindSchema = z.enum(registerKinds);
export type RegisterKind = z.infer<typeof registerKindSchema>;

/** What sort of order it is, by a code of resources/law. A code that no file there knows is kept, and shown as it is. */
export const orderTypeSchema = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/);

/** What is known of a person beyond the name. */
export const personRoles = [
  'client',
  'perpetrator',
  'witness',
  'officer',
  'professional',
  'family',
  'child',
  'other',
] as const;
const someLines = z.array(z.string().trim().min(1).max(200)).max(100).default([]);
export const personDetailsSchema = z.object({
  role: z.enum(personRoles).nullable().default(null),
  aliases: someLines,
  dateOfBirth: z.iso.date().nullable().default(null),
  phones: someLines,
  emails: someLines,
  /** Names on platforms, each as it was seen: `@name`, `instagram: name`. */
  handles: someLines,
  vehicles: someLines,
  addresses: someLines,
  organisation: shortText.default(''),
  /** Rank, warrant or collar number of an officer. */
  badge: shortText.default(''),
});
export type PersonDetails = z.infer<typeof personDetailsSchema>;

/** Where an order or bail stands. */
export const orderStages = ['considered', 'asked', 'refused', 'made', 'ended'] as const;
export const bailStands = ['pre_charge', 'post_charge', 'under_investigation'] as const;
export const orderTermSchema = z.object({
  id: z.string().min(1).max(40),
  text: longText,
  /** Acts that would break it, by their codes (shared/models/chronology.ts); none where it is about something else. */
  acts: z.array(z.string().max(20)).max(40).default([]),
  /** People it keeps away from, and places: ids of the register. */
  personIds: z.array(idSchema).max(100).default([]),
  placeIds: z.array(idSchema).max(100).default([]),
  /** A place in words: an area, a distance. */
  placeText: shortText.default(''),
  /** Its own dates; null for those of the order. */
  from: z.iso.date().nullable().default(null),
  until: z.iso.date().nullable().default(null),
});
export type OrderTerm = z.infer<typeof orderTermSchema>;

const orderDay = z.iso.date().nullable().default(null);
const orderAnswer = z.boolean().nullable().default(null);
/** What is known of an order, or of bail, beyond its name and when it is in force. */
export const orderDetailsSchema = z.object({
  stage: z.enum(orderStages).nullable().default(null),
  askedOn: orderDay,
  askedOf: shortText.default(''),
  answeredOn: orderDay,
  answer: shortText.default(''),
  reason: longText.default(''),
  isInterim: orderAnswer,
  court: shortText.default(''),
  caseNumber: shortText.default(''),
  madeOn: orderDay,
  servedOn: orderDay,
  /** When the person told the police their name and address, where the order asks for it. */
  notifiedOn: orderDay,
  certifiedCopy: orderAnswer,
  bail: z.enum(bailStands).nullable().default(null),
  returnOn: orderDay,
  viewsAsked: orderAnswer,
  clientToldOn: orderDay,
  terms: z.array(orderTermSchema).max(200).default([]),
  /** Whom it binds and whom it protects: ids of the register. */
  bindsIds: z.array(idSchema).max(100).default([]),
  protectsIds: z.array(idSchema).max(100).default([]),
});
export type OrderDetails = z.infer<typeof orderDetailsSchema>;

/** A person, place or order of a case, in the fields its kind has; the others stay empty. */
export const registerBodySchema = z.object({
  name: shortText.min(1),
  notes: longText.default(''),
  /** Of a person: client, the person complained of, family, neighbour ... in a word or two. */
  relation: shortText.default(''),
  orderType: orderTypeSchema.nullable().default(null),
  /** Of an order: since when it has been in force, and until when. */
  from: edtfSchema.nullable().default(null),
  until: edtfSchema.nullable().default(null),
  /** Left out where nobody has said more, as in everything that was written before there was a place for it. */
  person: personDetailsSchema.optional(),
  order: orderDetailsSchema.optional(),
});
export type RegisterBody = z.infer<typeof registerBodySchema>;

export const registerItemSchema = registerBodySchema.extend({
  id: idSchema,
  caseId: idSchema,
  kind: registerKindSchema,
  /** Live entries linked to it. */
  entries: z.int(),
});
export type RegisterItem = z.infer<typeof registerItemSchema>;
