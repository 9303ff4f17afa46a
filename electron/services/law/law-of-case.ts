import * as z from 'zod';
import { lawOf } from '../../../shared/domain/law/law-of';
import { jurisdictionSchema } from '../../../shared/models/jurisdiction';
import type { Jurisdiction } from '../../../shared/models/jurisdiction';
import type { Law } from '../../../shared/models/law';
import type { VaultContext } from '../../vault/api';
import { shownAbout } from '../../vault/records/shown-about';

const saidSchema = z.object({ jurisdiction: jurisdictionSchema.nullable().catch(null) });

/** Whose law a case falls under, as its details say; null where nobody has said. */
export function jurisdictionOf({ db }: Pick<VaultContext, 'db'>, caseId: string): Jurisdiction | null {
  const said = saidSchema.safeParse(shownAbout(db, 'case-details', caseId)?.body);
  return said.success ? said.data.jurisdiction : null;
}

/** The law that the acts and orders of a case are named by. */
export function lawOfCase(context: Pick<VaultContext, 'db'>, caseId: string): Law {
  return lawOf(jurisdictionOf(context, caseId));
}
