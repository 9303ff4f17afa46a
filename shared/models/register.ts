import { z } from 'zod';
import { edtfSchema, idSchema, longText, shortText } from './common';

/** What an entry may be linked to besides evidence. */
export const registerKinds = ['person', 'place', 'order'] as const;
export const registerKindSchema = z.enum(registerKinds);
export type RegisterKind = z.infer<typeof registerKindSchema>;

/** What sort of order it is, by a code of resources/law. A code that no file there knows is kept, and shown as it is. */
export const orderTypeSchema = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/);

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
