import type { Database } from 'better-sqlite3';
import { newCaseSchema } from '../../../shared/models/case';
import type { Version } from '../../../shared/domain/records/version';
import { unlockVault } from '../../../electron/vault/open-vault';
import { testDeps } from '../../helpers/test-vault';

/**
 * Gives records of a vault's first case a second version each, as a package of another office would: the case itself and its
 * first entry were changed in both offices, and its second entry was removed here and changed there. Two exhibits have one
 * reference. The vault must be closed.
 */
export async function giveTwoVersions(folder: string, passphrase: string): Promise<void> {
  const { context, close } = await unlockVault({ folder, passphrase }, testDeps());
  const { db, records, newId } = context;
  const caseId = String(db.prepare('SELECT id FROM cases ORDER BY reference LIMIT 1').pluck().get());
  const entries = db
    .prepare('SELECT id FROM entries WHERE case_id = ? AND removed = 0 ORDER BY earliest LIMIT 2')
    .pluck()
    .all(caseId) as string[];
  const theirs = (id: string, change: object): readonly Version[] => {
    const before = records.versions(id);
    const last = before.at(-1);
    if (last === undefined) throw new Error('The record has no version.');
    const version: Version = {
      ...last,
      id: newId(),
      parents: [last.id],
      body: { ...last.body, ...change },
      office: 'another office',
      author: 'Robin Northgate',
      at: '2026-11-23T11:05:00.000Z',
    };
    return [...before, version];
  };
  context.act({ action: 'case.update', subject: caseId }, () => {
    const [first = '', second = ''] = entries;
    const body = newCaseSchema.parse(records.standing(caseId).shown?.body);
    const safeContact = { ...body.safeContact, rule: 'Never by text any more' };
    const sent = [
      ...theirs(caseId, { safeContact }),
      ...theirs(first, { title: 'He waited at the staff entrance', place: 'Staff entrance, Quay Street' }),
      ...theirs(second, { description: 'He stayed until the bus left.' }),
    ];
    records.change(caseId, { ...body, safeContact: { ...body.safeContact, rule: 'Ring after six' } });
    records.change(first, { ...records.standing(first).shown?.body, title: 'He stood outside again' });
    records.remove(second);
    records.receive({ caseId, office: 'another office', versions: sent });
    giveOneReference(db, caseId);
  });
  close();
}

/** Two exhibits of one reference, as two offices could give it before series were. */
function giveOneReference(db: Database, caseId: string): void {
  db.prepare(
    `UPDATE evidence SET (exhibit_ref, given_ref, exhibit_number, given_number) =
       (SELECT exhibit_ref, given_ref, exhibit_number, given_number FROM evidence WHERE case_id = @caseId ORDER BY exhibit_number LIMIT 1)
     WHERE id = (SELECT id FROM evidence WHERE case_id = @caseId ORDER BY exhibit_number LIMIT 1 OFFSET 1)`,
  ).run({ caseId });
}
