import * as z from 'zod';
import { seriesReceived } from '../../../../shared/domain/records/series';
import type { Series } from '../../../../shared/domain/records/series';
import { exhibitInitialsSchema } from '../../../../shared/models/case';
import { idSchema } from '../../../../shared/models/common';
import type { VaultContext } from '../../../vault/api';
import {
  allRefs,
  asOurs,
  insertSeries,
  keepOwnRecipient,
  markSources,
  officeOf,
  readSeries,
  updateSeries,
} from '../../items/series-rows';
import { isRenewed } from '../../../vault/series-renewal';
import { producerSchema } from './case';

/** The highest number that a reference has, and the one after it: a series that is used up. */
const numberSchema = z.int().min(1).max(100_000);

/** A run of exhibit references as it travels. */
export const seriesSchema = z.strictObject({
  id: idSchema,
  producerId: idSchema,
  initials: exhibitInitialsSchema,
  /** The id of the office that counts on, or the age key of the one that it was handed over to. */
  owner: z.string().min(1).max(100),
  first: numberSchema,
  next: numberSchema,
  state: z.enum(['open', 'closed']),
  after: idSchema.nullable(),
});

/** A producer as packages of format 2 and 3 carried it, with a counter instead of series. */
export const countingProducerSchema = producerSchema.extend({
  initials: exhibitInitialsSchema,
  nextExhibit: z.int().min(1),
});
export type CountingProducer = z.infer<typeof countingProducerSchema>;

/**
 * The series of producers that had a counter: each belongs to the office that wrote the producer down. As in the vault itself
 * (migration 0260), the first series of a producer has the producer's id.
 */
export function seriesOfCounters(producers: readonly CountingProducer[]): readonly Series[] {
  return producers.map(({ id, initials, office, nextExhibit }) => ({
    ...{ id, producerId: id, initials, owner: office },
    ...{ first: 1, next: nextExhibit, state: 'open', after: null },
  }));
}

/**
 * Joins the series of a package with those that are here: what was handed over to this office is counted on here, everything else
 * stays another's. Must run inside an act. `from`: what the office that wrote it is called as an owner.
 */
export function joinSeries(
  context: Pick<VaultContext, 'db' | 'newId'>,
  caseId: string,
  packed: readonly Series[],
  { refs, recipient, from }: { refs: readonly string[]; recipient: string; from: readonly string[] },
): void {
  keepOwnRecipient(context, recipient);
  const here = readSeries(context, caseId);
  const known = new Set(here.map(({ id }) => id));
  const received = seriesReceived(here, asOurs(context, packed), {
    office: officeOf(context),
    refs: [...refs, ...allRefs(context, caseId)],
    renewed: isRenewed(context.db) ? markSources(context, caseId, context.newId) : null,
    from,
  });
  const owners = new Map(packed.map(({ id, owner }) => [id, owner]));
  for (const series of received) {
    if (known.has(series.id)) updateSeries(context, series);
    // Owners stay as they are written, so that both offices' rows say the same.
    else insertSeries(context, caseId, { ...series, owner: owners.get(series.id) ?? series.owner });
  }
}
