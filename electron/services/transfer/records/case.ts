import { z } from 'zod';
import { caseStatusSchema, exhibitInitialsSchema, safeContactSchema } from '../../../../shared/models/case';
import type { SafeContact } from '../../../../shared/models/case';
import { idSchema, instantSchema } from '../../../../shared/models/common';
import type { VaultContext } from '../../../vault/api';
import { allRows, oneRow, parseJson } from '../../../vault/rows/rows';
import { momentSchema, stampOf, stampRow, stamped } from './stamp';

const text = z.string();

const answers = ['voicemailOk', 'textOk', 'emailOk'] as const;

/** Packages of an older Holdfast wrote a no where nobody had answered, and say so by not being `asked`: it is not known. */
function withoutUnasked(carried: unknown): unknown {
  const parsed = z.looseObject({ asked: z.literal(true).optional() }).safeParse(carried);
  if (!parsed.success || parsed.data.asked === true) return carried;
  const kept = Object.entries(parsed.data).filter(
    ([name, value]) => value !== false || !answers.some((each) => each === name),
  );
  return { ...Object.fromEntries(kept), asked: true };
}

/** Safe contact as it travels: an answer nobody gave is left out, which an older Holdfast reads too. */
const carriedSafeContactSchema = z.preprocess(
  withoutUnasked,
  safeContactSchema.extend({
    voicemailOk: z.boolean().optional(),
    textOk: z.boolean().optional(),
    emailOk: z.boolean().optional(),
    asked: z.literal(true),
  }),
);
type CarriedSafeContact = z.infer<typeof carriedSafeContactSchema>;

function carried({ voicemailOk, textOk, emailOk, ...rest }: SafeContact): CarriedSafeContact {
  return {
    ...rest,
    ...(voicemailOk === null ? {} : { voicemailOk }),
    ...(textOk === null ? {} : { textOk }),
    ...(emailOk === null ? {} : { emailOk }),
    asked: true,
  };
}

export const caseSchema = z.strictObject({
  id: idSchema,
  reference: z.string().min(1).max(40),
  alias: z.string().max(80),
  exhibitInitials: exhibitInitialsSchema,
  nextExhibit: z.int().min(1),
  status: caseStatusSchema,
  safeContact: carriedSafeContactSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  ...stamped,
});

export const producerSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(200),
  initials: exhibitInitialsSchema,
  nextExhibit: z.int().min(1),
  createdAt: momentSchema,
  ...stamped,
});
export type RecordCase = z.infer<typeof caseSchema>;
export type RecordProducer = z.infer<typeof producerSchema>;

const caseRow = z.object({
  id: text,
  reference: text,
  alias: text,
  exhibit_initials: text,
  next_exhibit: z.int(),
  status: caseStatusSchema,
  safe_contact: text,
  created_at: text,
  updated_at: text,
  ...stampRow,
});
const producerRow = z.object({
  id: text,
  name: text,
  initials: text,
  next_exhibit: z.int(),
  created_at: text,
  ...stampRow,
});

export function readCase({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordCase {
  const owner = oneRow(db, caseRow, 'SELECT * FROM cases WHERE id = ?', caseId);
  return {
    id: owner.id,
    reference: owner.reference,
    alias: owner.alias,
    exhibitInitials: owner.exhibit_initials,
    nextExhibit: owner.next_exhibit,
    status: owner.status,
    safeContact: carried(parseJson(safeContactSchema, owner.safe_contact)),
    createdAt: owner.created_at,
    updatedAt: owner.updated_at,
    ...stampOf(owner),
  };
}

export function readProducers({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordProducer[] {
  return allRows(db, producerRow, 'SELECT * FROM producers WHERE case_id = ? ORDER BY id', caseId).map(
    (row) => ({
      id: row.id,
      name: row.name,
      initials: row.initials,
      nextExhibit: row.next_exhibit,
      createdAt: row.created_at,
      ...stampOf(row),
    }),
  );
}

export function writeCase(
  { db }: Pick<VaultContext, 'db'>,
  owner: RecordCase,
  producers: readonly RecordProducer[],
): void {
  db.prepare(
    `INSERT INTO cases (id, reference, alias, exhibit_initials, next_exhibit, status, safe_contact, created_at, updated_at,
       office, author, hlc)
     VALUES (@id, @reference, @alias, @exhibitInitials, @nextExhibit, @status, @safeContact, @createdAt, @updatedAt, @office,
       @author, @hlc)`,
  ).run({ ...owner, safeContact: JSON.stringify(safeContactSchema.parse(owner.safeContact)) });
  const insert = db.prepare(
    `INSERT INTO producers (id, case_id, name, initials, next_exhibit, created_at, office, author, hlc)
     VALUES (@id, @caseId, @name, @initials, @nextExhibit, @createdAt, @office, @author, @hlc)`,
  );
  for (const each of producers) insert.run({ ...each, caseId: owner.id });
}
