import * as z from 'zod';
import {
  hasGiven,
  initialsChosen,
  openedSeries,
  referenceTaken,
  seriesBeside,
  seriesOf,
} from '../../../shared/domain/records/series';
import type { Series } from '../../../shared/domain/records/series';
import { HoldfastError } from '../../../shared/errors';
import type { Producer } from '../../../shared/models/exhibit';
import { producerKind } from '../../../shared/records/producer';
import type { VaultContext } from '../../vault/api';
import { recordIdAbout } from '../../vault/records/record-id';
import { allRows, oneRow } from '../../vault/rows/rows';
import {
  insertSeries,
  markSources,
  officeOf,
  oneRefOfEach,
  readSeries,
  refsUnder,
  updateSeries,
  usedRefs,
} from './series-rows';

type Reading = Pick<VaultContext, 'db'>;
type Writing = Pick<VaultContext, 'db' | 'newId'>;
/** Where a producer may have to be written down first. */
type Making = Pick<VaultContext, 'db' | 'records' | 'newId'>;

/** What is only shown has no id yet: it gets one when it is written down. */
const shownOnly = '';

const row = z.object({ id: z.string(), case_id: z.string(), name: z.string(), exhibits: z.int() });

const sql = `
  SELECT p.id, p.case_id, p.name, (SELECT count(*) FROM evidence e WHERE e.producer_id = p.id) AS exhibits
  FROM producers p`;

/** The series that this office counts on for a producer, or the one that it would begin: shown before it is used. */
function countedOn(context: Reading, caseId: string, all: readonly Series[], producerId: string): Series {
  const office = officeOf(context);
  return (
    seriesOf(all, producerId, office) ??
    seriesBeside(
      all,
      producerId,
      office,
      oneRefOfEach(context, caseId),
      markSources(context, producerId, () => shownOnly),
    )
  );
}

/** Whose exhibits are added now: the producer of the first series with the case's initials. */
function defaultProducer(all: readonly Series[], initials: string): string | null {
  return all.find((series) => series.initials === initials)?.producerId ?? null;
}

function caseInitials({ db }: Pick<VaultContext, 'db'>, caseId: string): string {
  return oneRow(
    db,
    z.object({ exhibit_initials: z.string() }),
    'SELECT exhibit_initials FROM cases WHERE id = ?',
    caseId,
  ).exhibit_initials;
}

function asProducer(
  context: Reading,
  found: z.infer<typeof row>,
  all: readonly Series[],
  chosen: string | null,
): Producer {
  const { id, case_id: caseId, name, exhibits } = found;
  const series = countedOn(context, caseId, all, id);
  const others = all.filter((each) => each.producerId === id && each.initials !== series.initials);
  const used = hasGiven(series);
  return {
    ...{ id, caseId, name, initials: series.initials, nextNumber: series.next, exhibits, used },
    others: [...new Set(others.map(({ initials }) => initials))],
    removable: exhibits === 0 && !used && others.length === 0 && id !== chosen,
    isDefault: id === chosen,
  };
}

/** All producers of a case in the order in which they were added. */
export function readProducers(context: Reading, caseId: string): Producer[] {
  const rows = allRows(context.db, row, `${sql} WHERE p.case_id = ? ORDER BY p.created_at, p.id`, caseId);
  if (rows.length === 0) return [];
  const all = readSeries(context, caseId);
  const chosen = defaultProducer(all, caseInitials(context, caseId));
  return rows.map((found) => asProducer(context, found, all, chosen));
}

/** Throws `not-found`. */
export function readProducer(context: Reading, id: string): Producer {
  const found = oneRow(context.db, row, `${sql} WHERE p.id = ?`, id);
  const all = readSeries(context, found.case_id);
  return asProducer(context, found, all, defaultProducer(all, caseInitials(context, found.case_id)));
}

export interface TakenNumber {
  readonly producerId: string;
  readonly number: number;
  readonly ref: string;
}

/**
 * Takes the next number of a producer, or of the case's own producer. Must run inside the act that stores the item: when
 * that fails, the number was never given; once it is done, it is used up even if the item is erased one day. Where this office
 * does not count on for that producer, it begins a series with a mark of its own, the one that was shown.
 */
export function takeNumber(context: Making, caseId: string, producerId: string | null): TakenNumber {
  const id = producerId ?? ownProducer(context, caseId);
  const all = readSeries(context, caseId);
  if (!all.some((series) => series.producerId === id)) throw new HoldfastError('not-found');
  const series = begun(context, caseId, all, id);
  const { ref, number, series: moved } = referenceTaken(series, officeOf(context), usedRefs(context, caseId));
  updateSeries(context, moved);
  return { producerId: id, number, ref };
}

/** The case's own producer; made where the case got its initials from another office, and nobody has them yet. */
function ownProducer(context: Making, caseId: string): string {
  const initials = caseInitials(context, caseId);
  const found = defaultProducer(readSeries(context, caseId), initials);
  if (found !== null) return found;
  const id = context.newId();
  insertProducer(context, { id, caseId, name: '', initials });
  return id;
}

/** The series that is counted on, written down if it was only shown so far. */
function begun(context: Writing, caseId: string, all: readonly Series[], producerId: string): Series {
  const series = countedOn(context, caseId, all, producerId);
  if (series.id !== shownOnly) return series;
  const written = { ...series, id: context.newId() };
  insertSeries(context, caseId, written);
  return written;
}

/** Throws `conflict` where a series of the case has these initials. */
function refuseTaken(context: Reading, caseId: string, initials: string): void {
  const taken = readSeries(context, caseId).some((series) => series.initials === initials);
  if (taken) throw new HoldfastError('conflict');
}

/** Initials that say for a case whose exhibits are added now: of a series that is written down. */
export function initialsToChoose(context: Writing, { id, caseId }: Producer): string {
  return begun(context, caseId, readSeries(context, caseId), id).initials;
}

/**
 * Adds a producer with a series of their own. Must run inside an act. Numbers begin after any that was ever given under these
 * initials: in a case from before producers had numbers of their own, that is where the whole case stood, because nobody knows
 * any more which of the erased ones had which initials. Throws `conflict` when somebody has the initials.
 */
export function insertProducer(
  context: Making,
  producer: {
    readonly id: string;
    readonly caseId: string;
    readonly name: string;
    readonly initials: string;
  },
): void {
  const { id, caseId, name, initials } = producer;
  refuseTaken(context, caseId, initials);
  const recordId = recordIdAbout(producerKind.kind, id);
  context.records.create(producerKind.kind, { id: recordId, caseId, body: { producerId: id, name } });
  const owner = officeOf(context);
  const refs = refsUnder(context, caseId, initials);
  insertSeries(context, caseId, openedSeries({ id, producerId: id, initials, owner }, refs));
}

/**
 * After the initials of a case were edited from `before`: what is added from now on belongs to whoever has the new ones.
 * A slip of the pen that no exhibit has yet is put right; else there is another producer from now on, and references that
 * were given stay as they are. Must run inside an act.
 */
export function settleDefault(context: Making, caseId: string, before: string, after: string): void {
  const all = readSeries(context, caseId);
  if (all.some(({ initials }) => initials === after)) return;
  const producers = readProducers(context, caseId);
  const shown = producers.find(({ initials }) => initials === after);
  if (shown !== undefined) {
    begun(context, caseId, all, shown.id);
    return;
  }
  // The case's row has its new initials already, so that nobody is marked as its producer now.
  const slip = producers.find(
    ({ initials, used, others }) => initials === before && !used && others.length === 0,
  );
  if (slip === undefined) insertProducer(context, { id: context.newId(), caseId, name: '', initials: after });
  else chooseInitials(context, slip, after);
}

/**
 * Other initials for what a producer's next exhibits are called. Must run inside an act. Throws `conflict` once a number was
 * given under those they have, and where somebody else has these.
 */
export function chooseInitials(context: Writing, producer: Producer, initials: string): void {
  const { id, caseId } = producer;
  const all = readSeries(context, caseId);
  const series = begun(context, caseId, all, id);
  try {
    const chosen = initialsChosen(series, initials, all, oneRefOfEach(context, caseId));
    const { first } = openedSeries(chosen, refsUnder(context, caseId, initials));
    updateSeries(context, { ...chosen, first, next: first });
  } catch (error) {
    const taken = error instanceof HoldfastError && ['in-use', 'name-taken'].includes(error.code);
    throw taken ? new HoldfastError('conflict', { cause: error }) : error;
  }
}
