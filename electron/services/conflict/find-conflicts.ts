import * as z from 'zod';
import { compareCases, readyPerson } from '../../../shared/domain/casework/conflict/compare';
import type { KnownPerson, ReadyPerson } from '../../../shared/domain/casework/conflict/compare';
import { HoldfastError } from '../../../shared/errors';
import { newCaseSchema } from '../../../shared/models/case';
import type { ConflictFound } from '../../../shared/models/conflict';
import { personDetailsSchema, registerBodySchema } from '../../../shared/models/register';
import { caseDetailsKind } from '../../../shared/records/case-details';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

const caseRow = z.object({ id: z.string(), body: z.string() });
const personRow = z.object({ case_id: z.string(), body: z.string() });

/** An officer or another professional is in many cases, and nobody whose interests could be in conflict. */
const workers: ReadonlySet<string | null> = new Set(['officer', 'professional']);

/**
 * Other cases of this vault that may know somebody of this one: clients, people complained of and everybody linked to them. Throws
 * `not-found`.
 */
export function findConflicts(context: Db, caseId: string): ConflictFound {
  const cases = allRows(context.db, caseRow, 'SELECT id, body FROM cases ORDER BY created_at, id').map(
    ({ id, body }) => ({
      id,
      ...parseJson(newCaseSchema.pick({ reference: true, safeContact: true }), body),
    }),
  );
  if (!cases.some(({ id }) => id === caseId)) throw new HoldfastError('not-found');
  const people = peopleOf(context, cases);
  const ours = people.get(caseId) ?? [];
  const others = cases.filter(({ id }) => id !== caseId);
  return {
    people: ours.length,
    cases: others.length,
    found: others.flatMap(({ id, reference }) => {
      const on = compareCases(ours, people.get(id) ?? []);
      return on.length === 0 ? [] : [{ reference, ask: lastAuthor(context, id), on }];
    }),
  };
}

interface OneCase {
  readonly id: string;
  readonly safeContact: { readonly safeNumbers: string };
}

function peopleOf(context: Db, cases: readonly OneCase[]): ReadonlyMap<string, readonly ReadyPerson[]> {
  const found = new Map<string, ReadyPerson[]>();
  const add = (caseId: string, person: KnownPerson): void => {
    const list = found.get(caseId) ?? [];
    list.push(readyPerson(person));
    found.set(caseId, list);
  };
  const clients = clientsOf(context);
  for (const { id, safeContact } of cases) {
    const client = clients.get(id) ?? nobody;
    const safe = safeContact.safeNumbers.split(/[;,\n]|\bor\b/u).filter((each) => /\d/u.test(each));
    const known = { ...client, phones: [...client.phones, ...safe] };
    if (JSON.stringify(known) !== JSON.stringify(nobody)) add(id, known);
  }
  for (const { case_id, body } of allRows(
    context.db,
    personRow,
    "SELECT case_id, body FROM register WHERE kind = 'person' AND removed = 0 ORDER BY created_at, id",
  )) {
    const { name, person = noDetails } = parseJson(registerBodySchema, body);
    if (!workers.has(person.role)) add(case_id, { ...person, names: [name, ...person.aliases] });
  }
  return found;
}

const noDetails = personDetailsSchema.parse({});
const nobody: KnownPerson = {
  names: [],
  dateOfBirth: null,
  ...{ phones: [], emails: [], handles: [], vehicles: [], addresses: [] },
};

/** What the details of each case say of its client. */
function clientsOf({ db }: Db): ReadonlyMap<string, KnownPerson> {
  const said = (text: string): string[] => (text.trim() === '' ? [] : [text]);
  return new Map(
    allRows(
      db,
      personRow,
      `SELECT r.case_id, v.body FROM records r JOIN record_versions v ON v.id = r.shown
       WHERE r.kind = ? AND r.removed = 0 AND v.body IS NOT NULL`,
      caseDetailsKind.kind,
    ).map(({ case_id, body }) => {
      const { clientName, clientAliases, dateOfBirth, phone, email, address } = parseJson(
        caseDetailsKind.body,
        body,
      );
      const names = [...said(clientName), ...clientAliases];
      const lists = { phones: said(phone), emails: said(email), addresses: said(address) };
      return [case_id, { ...nobody, names, dateOfBirth, ...lists }];
    }),
  );
}

/** Who wrote in a case last, as far as anybody knows whose it is. */
function lastAuthor({ db }: Db, caseId: string): string {
  const author = db
    .prepare('SELECT author FROM record_versions WHERE case_id = ? ORDER BY id DESC LIMIT 1')
    .pluck()
    .get(caseId);
  return z.string().optional().parse(author) ?? '';
}
