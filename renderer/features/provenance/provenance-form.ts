import type * as z from 'zod';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import { provenanceSchema } from '../../../shared/models/provenance';
import type { Provenance } from '../../../shared/models/provenance';
import { fromLooseDate, looseDateSchema, toLooseDate } from './received-field';
import type { LooseDate } from './received-field';

/** What is filled in: as what is saved, but for the date, which may be incomplete while it is typed. */
export interface ProvenanceForm extends Omit<Provenance, 'receivedOn'> {
  readonly received: LooseDate;
}

export const provenanceFormSchema: z.ZodType<ProvenanceForm> = provenanceSchema
  .omit({ receivedOn: true })
  .extend({ received: looseDateSchema });

export function toForm({ receivedOn, ...rest }: Provenance, today: string): ProvenanceForm {
  return { ...rest, received: toLooseDate(receivedOn, today) };
}

export function fromForm({ received, ...rest }: ProvenanceForm): Provenance {
  return { ...rest, receivedOn: fromLooseDate(received) };
}

/** Why the date cannot be saved, or null. */
export function receivedProblem({ received }: ProvenanceForm): string | null {
  const edtf = fromLooseDate(received);
  if (edtf === null) return null;
  try {
    parseEdtf(edtf);
    return null;
  } catch {
    return 'Give the date, or choose “Not known”.';
  }
}
