import { z } from 'zod';
import { exhibitRef } from '../../../shared/domain/exhibit-ref';
import { HoldfastError } from '../../../shared/errors';
import { exhibitInitialsSchema } from '../../../shared/models/case';
import type { Producer } from '../../../shared/models/exhibit';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';

const row = z.object({
  id: z.string(),
  case_id: z.string(),
  name: z.string(),
  initials: exhibitInitialsSchema,
  next_exhibit: z.int(),
  exhibits: z.int(),
  first: z.int(),
  is_default: z.int(),
});

const sql = `
  SELECT p.id, p.case_id, p.name, p.initials, p.next_exhibit, c.next_exhibit AS first, p.initials = c.exhibit_initials AS is_default,
    (SELECT count(*) FROM evidence e WHERE e.producer_id = p.id) AS exhibits
  FROM producers p JOIN cases c ON c.id = p.case_id`;

function asProducer(found: z.infer<typeof row>): Producer {
  return {
    id: found.id,
    caseId: found.case_id,
    name: found.name,
    initials: found.initials,
    nextNumber: found.next_exhibit,
    exhibits: found.exhibits,
    used: found.exhibits > 0 || found.next_exhibit > found.first,
    isDefault: found.is_default === 1,
  };
}

/** All producers of a case in the order in which they were added. */
export function readProducers({ db }: Pick<VaultContext, 'db'>, caseId: string): Producer[] {
  return allRows(db, row, `${sql} WHERE p.case_id = ? ORDER BY p.created_at, p.id`, caseId).map(asProducer);
}

/** Throws `not-found`. */
export function readProducer({ db }: Pick<VaultContext, 'db'>, id: string): Producer {
  return asProducer(oneRow(db, row, `${sql} WHERE p.id = ?`, id));
}

export interface TakenNumber {
  readonly producerId: string;
  readonly number: number;
  readonly ref: string;
}

/**
 * Takes the next number of a producer, or of the case's own producer. Must run inside the act that stores the item: when
 * that fails, the number was never given; once it is done, it is used up even if the item is erased one day.
 */
export function takeNumber(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  producerId: string | null,
): TakenNumber {
  const taken = oneRow(
    db,
    z.object({ id: z.string(), initials: z.string(), next_exhibit: z.int() }),
    `UPDATE producers SET next_exhibit = next_exhibit + 1
     WHERE case_id = @caseId AND CASE WHEN @producerId IS NULL
       THEN initials = (SELECT exhibit_initials FROM cases WHERE id = @caseId) ELSE id = @producerId END
     RETURNING id, initials, next_exhibit`,
    { caseId, producerId },
  );
  const number = taken.next_exhibit - 1;
  return { producerId: taken.id, number, ref: exhibitRef(taken.initials, number) };
}

/**
 * Adds a producer. Must run inside an act. Numbers begin after any that was ever given under these initials: in a case
 * from before producers had numbers of their own, that is where the whole case stood, because nobody knows any more which
 * of the erased ones had which initials. Throws `conflict` (by a UNIQUE rule) when somebody has the initials.
 */
export function insertProducer(
  context: Pick<VaultContext, 'db' | 'now' | 'stamp'>,
  producer: {
    readonly id: string;
    readonly caseId: string;
    readonly name: string;
    readonly initials: string;
  },
): void {
  context.db
    .prepare(
      `INSERT INTO producers (id, case_id, name, initials, next_exhibit, created_at, office, author, hlc)
       SELECT @id, c.id, @name, @initials,
         max(c.next_exhibit, 1 + coalesce((SELECT max(exhibit_number) FROM evidence
           WHERE case_id = c.id AND exhibit_ref GLOB @initials || '/*'), 0)),
         @at, @office, @author, @hlc
       FROM cases c WHERE c.id = @caseId`,
    )
    .run({ ...producer, at: context.now().toISOString(), ...context.stamp() });
}

/**
 * After the initials of a case were edited from `before`: what is added from now on belongs to whoever has the new ones.
 * A slip of the pen that no exhibit has yet is put right; else there is another producer from now on, and references that
 * were given stay as they are. Must run inside an act.
 */
export function settleDefault(
  context: Pick<VaultContext, 'db' | 'now' | 'stamp' | 'newId'>,
  caseId: string,
  before: string,
  after: string,
): void {
  const producers = readProducers(context, caseId);
  if (producers.some(({ initials }) => initials === after)) return;
  // The case's row has its new initials already, so that nobody is marked as its producer now.
  const slip = producers.find(({ initials, used }) => initials === before && !used);
  if (slip === undefined) {
    insertProducer(context, { id: context.newId(), caseId, name: '', initials: after });
    return;
  }
  const { author, hlc } = context.stamp();
  context.db
    .prepare('UPDATE producers SET initials = ?, author = ?, hlc = ? WHERE id = ?')
    .run(after, author, hlc, slip.id);
}

/** What of a producer may be edited. Throws `conflict` for initials under which a number was given. */
export function checkInitials(producer: Producer, initials: string): void {
  if (producer.used && initials !== producer.initials) throw new HoldfastError('conflict');
}
