import { groupBy } from '../../../../shared/domain/records/group';
import { compareExhibitRefs } from '../../../../shared/domain/exhibit-ref';
import { visible } from '../../../../shared/domain/visible-text';
import type { PackageComparison } from '../../../../shared/models/package-comparison';
import { exhibitKind } from '../../../../shared/records/exhibit';
import type { VaultContext } from '../../../vault/api';
import { standingOfItems } from '../plan-join';
import type { JoinPlan } from '../plan-join';
import type { Records } from '../records';
import { shownOf } from '../records/versions';

type Db = Pick<VaultContext, 'db'>;

interface Called {
  readonly ref: string;
  readonly title: string;
}

/** What the exhibits of a package are called there. */
function calledThere({ items, versions }: Records): ReadonlyMap<string, Called> {
  const said = new Map(
    shownOf(versions, exhibitKind.kind).flatMap(({ body }) => {
      const read = exhibitKind.body.safeParse(body).data;
      return read === undefined ? [] : [[read.itemId, read] as const];
    }),
  );
  return new Map(
    items.map(({ id, exhibitRef, suggestedTitle }) => {
      const { title, renumbered } = said.get(id) ?? {};
      return [id, { ref: renumbered?.ref ?? exhibitRef, title: visible(title ?? suggestedTitle) }];
    }),
  );
}

/** Exhibits of a package that are not here, in the order of their references. */
export function comparedItems(context: Db, records: Records): PackageComparison['items'] {
  const called = calledThere(records);
  return [...standingOfItems(context, records)]
    .flatMap(([id, standing]) => {
      if (standing === 'here') return [];
      const { ref = '', title = '' } = called.get(id) ?? {};
      return [{ id, ref, title, standing }];
    })
    .sort((a, b) => compareExhibitRefs(a.ref, b.ref));
}

export function itemsNotThere({ db }: Db, { caseId, items }: Records): number {
  const sql =
    'SELECT count(*) FROM evidence WHERE case_id = ? AND id NOT IN (SELECT value FROM json_each(?))';
  return Number(
    db
      .prepare(sql)
      .pluck()
      .get(caseId, JSON.stringify(items.map(({ id }) => id))) ?? 0,
  );
}

/** References that an exhibit here and one that comes will both bear. */
export function sharedReferences(
  { db }: Db,
  records: Records,
  { newItems }: JoinPlan,
): PackageComparison['sharedReferences'] {
  const called = calledThere(records);
  const here = db.prepare('SELECT title FROM evidence WHERE case_id = ? AND exhibit_ref = ?').pluck();
  const coming = newItems.flatMap(({ id }) => called.get(id) ?? []);
  return [...groupBy(coming, ({ ref }) => ref)]
    .map(([ref, came]) => ({
      ref,
      exhibits: [...(here.all(records.caseId, ref) as string[]), ...came.map(({ title }) => title)],
    }))
    .filter(({ exhibits }) => exhibits.length > 1)
    .sort((a, b) => compareExhibitRefs(a.ref, b.ref));
}
