import * as z from 'zod';

/** A UUIDv7 made by the office that first wrote the row, in lower case: another spelling would be another row. */
export const idSchema = z.uuid().refine((id) => id === id.toLowerCase());
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
/** An instant in UTC, ISO 8601 with milliseconds and Z. */
export const instantSchema = z.iso.datetime();
export const edtfSchema = z.string().min(4).max(64);
/** Clock time HH:MM or HH:MM:SS, 24 hours. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/);
export const shortText = z.string().trim().max(200);
export const longText = z.string().max(20_000);
/** A reference of an exhibit, `RW/27`: see shared/domain/exhibit-ref.ts. */
export const exhibitRefSchema = z.string().regex(/^[A-Z]{2,4}\/[1-9]\d{0,4}$/);
/** age X25519 recipient (age-encryption.org/v1, Bech32). */
export const ageRecipientSchema = z
  .string()
  .trim()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/);
export type Id = z.infer<typeof idSchema>;

/** Bytes as they cross a border; Node's Buffer is one too. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
