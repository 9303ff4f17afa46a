import * as z from 'zod';
import type { Body } from '../../../shared/domain/records/version';

const bodySchema = z.record(z.string(), z.unknown());

/** What is spoiled stays as the text it is: it is not for a migration to refuse somebody's case. */
export function jsonOf(value: string): Body | string {
  try {
    return bodySchema.parse(JSON.parse(value)) as Body;
  } catch {
    return value;
  }
}

/** The same as a body whatever it is. */
export function jsonBody(value: string): Body {
  const found = jsonOf(value);
  return typeof found === 'string' ? { spoiled: found } : found;
}
