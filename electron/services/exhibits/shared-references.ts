import * as z from 'zod';
import { referenceConflicts, toRenumber } from '../../../shared/domain/records/references';
import type { Referenced } from '../../../shared/domain/records/references';
import { bundlePlanSchema } from '../../../shared/models/bundle';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { SharedReference } from '../../../shared/models/exhibit';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { readItem } from '../items/item-rows';
import { sayOfItem } from '../items/name-item';
import { takeNumber } from '../items/producers';

type Reading = Pick<VaultContext, 'db'>;
type SharedItem = Referenced & { readonly item: EvidenceItem };

const sharingSql = `
  SELECT id FROM evidence WHERE case_id = @caseId AND exhibit_ref IN
    (SELECT exhibit_ref FROM evidence WHERE case_id = @caseId GROUP BY exhibit_ref HAVING count(*) > 1)`;

/** The exhibits of a case that share their reference with another. */
function readSharing(context: Reading, caseId: string): readonly SharedItem[] {
  const ids = allRows(context.db, z.object({ id: z.string() }), sharingSql, { caseId });
  if (ids.length === 0) return [];
  const gone = haveLeft(context, caseId);
  return ids.map(({ id }) => {
    const item = readItem(context, id);
    const { exhibitRef: ref, formerRefs: formerly } = item;
    return { id, ref, formerly, left: gone.has(`${ref} ${id}`), item };
  });
}

/** Which exhibits have left in a bundle that somebody saved, or in a pack, under which reference. */
function haveLeft({ db }: Reading, caseId: string): ReadonlySet<string> {
  const bundles = allRows(
    db,
    z.object({ plan: z.string() }),
    "SELECT plan FROM bundles WHERE case_id = ? AND id IN (SELECT subject FROM audit WHERE action = 'bundle.save')",
    caseId,
  );
  const packs = allRows(
    db,
    z.object({ item: z.string(), ref: z.string() }),
    `SELECT json_extract(f.value, '$.itemId') AS item, json_extract(f.value, '$.exhibitRef') AS ref
     FROM packs p, json_each(p.body, '$.files') f
     WHERE p.case_id = ? AND json_extract(f.value, '$.itemId') IS NOT NULL`,
    caseId,
  );
  return new Set([
    ...packs.map(({ item, ref }) => `${ref} ${item}`),
    ...bundles
      .flatMap(({ plan }) => parseJson(bundlePlanSchema, plan).rows)
      .flatMap(({ itemId, exhibitRef }) => (itemId === null ? [] : [`${exhibitRef ?? ''} ${itemId}`])),
  ]);
}

/** References of a case that more than one exhibit bears. */
export function readSharedReferences(context: Reading, caseId: string): SharedReference[] {
  const sharing = readSharing(context, caseId);
  const items = new Map(sharing.map(({ id, item }) => [id, item]));
  return referenceConflicts(sharing).map(({ ref, files }) => ({
    ref,
    files: files.flatMap(({ id, left }) => {
      const item = items.get(id);
      return item === undefined ? [] : [{ item, left }];
    }),
  }));
}

/** Gives an exhibit a new reference where it shares the one it has. Throws as `toRenumber`. */
export function renumber(context: VaultContext, id: string): EvidenceItem {
  const { caseId, producerId } = readItem(context, id);
  context.act({ action: 'evidence.renumber', subject: id }, () => {
    const { ref: before, formerly } = toRenumber(id, readSharing(context, caseId));
    const { ref } = takeNumber(context, caseId, producerId);
    sayOfItem(context, caseId, id, { renumbered: { ref, formerly: [...formerly, before] } });
  });
  for (const area of ['evidence', 'records', 'chronology'] as const) context.changed(area, caseId);
  return readItem(context, id);
}
