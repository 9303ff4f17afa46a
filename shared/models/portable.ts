import * as z from 'zod';
import { entryLinkSchema, newEntrySchema } from './chronology';
import { sha256Schema, shortText } from './common';
import { registerBodySchema, registerKindSchema } from './register';

/** An exhibit named so that another vault finds it: by its fingerprint, and by its reference for people. */
export const portableExhibitSchema = z.object({ ref: z.string().max(80), sha256: sha256Schema });
/** A line of an export of messages, by the export it is in. */
export const portableMessageSchema = z.object({
  ref: z.string().max(80),
  sha256: sha256Schema,
  position: z.int().min(0),
});
export const portableLinkSchema = z.object({
  kind: registerKindSchema,
  name: shortText.min(1),
  role: entryLinkSchema.shape.role,
});

/** An entry as it leaves the vault in full: all of its fields, and what it is linked to by names that hold elsewhere. */
export const portableEntrySchema = newEntrySchema
  .omit({ evidenceIds: true, messageKeys: true, links: true })
  .extend({
    exhibits: z.array(portableExhibitSchema).max(500).default([]),
    messages: z.array(portableMessageSchema).max(20_000).default([]),
    links: z.array(portableLinkSchema).max(100).default([]),
  });
export type PortableEntry = z.infer<typeof portableEntrySchema>;

export const portableRegisterSchema = registerBodySchema.extend({ kind: registerKindSchema });
export type PortableRegister = z.infer<typeof portableRegisterSchema>;

/** A chronology in full, as JSON. */
export const portableChronologySchema = z.object({
  format: z.literal('holdfast-chronology'),
  version: z.literal(1),
  register: z.array(portableRegisterSchema).max(5000),
  entries: z.array(portableEntrySchema).max(200_000),
});
export type PortableChronology = z.infer<typeof portableChronologySchema>;
