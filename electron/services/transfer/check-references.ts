import { parseExhibitRef } from '../../../shared/domain/exhibit-ref';
import { HoldfastError } from '../../../shared/errors';
import { caseKind } from '../../../shared/records/case';
import { exhibitKind } from '../../../shared/records/exhibit';
import { producerKind } from '../../../shared/records/producer';
import type { Records } from './records';
import { checkVersions, shownOf } from './records/versions';

/**
 * Everything in a package is about the package's own case: an id from outside could tie a row to somebody else's case here.
 * And no producer may be about to give a number again. `here`: exhibits of the case that are here and may be named, by changes
 * alone. Throws `package-damaged`.
 */
export function checkReferences(records: Records, here: ReadonlySet<string> = new Set()): void {
  const { caseId, versions, series, items } = records;
  checkVersions(versions, caseId);
  const itemIds = new Set(items.map(({ id }) => id));
  const producerIds = new Set(
    shownOf(versions, 'producer').map(({ body }) => producerKind.body.parse(body).producerId),
  );
  const insist = (fine: boolean): void => {
    if (!fine) throw new HoldfastError('package-damaged');
  };
  const known = (id: string | null): void => {
    insist(id === null || itemIds.has(id) || here.has(id));
  };

  const initialsOfCase = shownOf(versions, 'case').map(
    ({ body }) => caseKind.body.parse(body).exhibitInitials,
  );
  insist(series.some(({ initials }) => initialsOfCase.includes(initials)));
  insist(new Set(series.map(({ id }) => id)).size === series.length);
  for (const each of series) insist(producerIds.has(each.producerId) && each.first <= each.next);
  for (const id of producerIds) insist(series.some(({ producerId }) => producerId === id));
  const next = nextUnder(series);
  for (const item of items) {
    insist(item.producerId === null || producerIds.has(item.producerId));
    known(item.parentId);
  }
  for (const each of referencesOf(records)) {
    const ref = parseExhibitRef(each);
    if (ref !== null) insist((next.get(ref.initials) ?? 0) > ref.number);
  }
  for (const { itemId, files } of records.readings) {
    known(itemId);
    for (const file of files) known(file.itemId);
  }
  for (const { itemId, rows, file } of records.messageSources) {
    known(itemId);
    insist(rows > 0 === (file !== null));
  }
  for (const { itemId } of records.redactions) known(itemId);
}

/** Every reference that an exhibit was given, or got later, or bore in between. */
export function referencesOf({ items, versions }: Pick<Records, 'items' | 'versions'>): readonly string[] {
  const later = versions.flatMap(({ kind, body }) => {
    const said = kind === exhibitKind.kind ? exhibitKind.body.safeParse(body).data : undefined;
    return said?.renumbered === undefined ? [] : [said.renumbered.ref, ...said.renumbered.formerly];
  });
  return [...items.map(({ exhibitRef }) => exhibitRef), ...later];
}

/** The number after the highest that any series gave under some initials. */
function nextUnder(series: Records['series']): ReadonlyMap<string, number> {
  const next = new Map<string, number>();
  for (const each of series) next.set(each.initials, Math.max(each.next, next.get(each.initials) ?? 0));
  return next;
}
