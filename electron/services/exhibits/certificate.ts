import * as z from 'zod';
import own from '../../../package.json' with { type: 'json' };
import type { VaultContext } from '../../vault/api';
import { bundlesWith, packsWith } from '../continuity/own-steps';
import { readHandovers } from '../continuity/rows';
import { readTimeline } from '../continuity/timeline';
import { readItemFacts, readOriginal } from '../items/item-rows';
import { requireWhole } from '../items/stored-whole';
import { allRows } from '../../vault/rows/rows';
import type { CertificateContent } from './certificate-html';
import { readPaperItem } from './paper-items';
import type { PaperHead } from './paper-head';

/**
 * Everything a certificate says. The original is read back and hashed anew: it must not vouch for a file that is not as it
 * was. Throws `evidence-damaged`.
 */
export async function readCertificate(
  context: VaultContext,
  id: string,
  withPlace: boolean,
  headOf: (caseId: string) => PaperHead,
): Promise<CertificateContent> {
  await requireWhole(context, readOriginal(context, id));
  const paper = readPaperItem(context, id);
  const facts = readItemFacts(context, id);
  const shown = withPlace ? facts : facts.filter(({ field }) => field !== 'location');
  return {
    head: headOf(paper.item.caseId),
    paper,
    facts: shown,
    placesLeftOut: facts.length - shown.length,
    steps: readTimeline(context, id),
    parent: parentOf(context, paper.item.parentId, paper.item.parentPlace),
    acts: countActs(context, id),
    version: own.version,
  };
}

function parentOf({ db }: VaultContext, parentId: string | null, place: string | null) {
  if (parentId === null) return null;
  const [parent] = allRows(
    db,
    z.object({ exhibit_ref: z.string() }),
    'SELECT exhibit_ref FROM evidence WHERE id = ?',
    parentId,
  );
  return parent === undefined ? null : { exhibitRef: parent.exhibit_ref, place: place ?? '' };
}

/** Acts about the exhibit itself, a handover it was part of, or a bundle that shows it. */
function countActs(context: VaultContext, id: string): number {
  const subjects = new Set([
    id,
    ...readHandovers(context, id).map(({ handoverId }) => handoverId),
    ...bundlesWith(context, id).map((bundle) => bundle.id),
    ...packsWith(context, id).map((pack) => pack.id),
  ]);
  return Number(
    context.db
      .prepare('SELECT count(*) FROM audit WHERE subject IN (SELECT value FROM json_each(?))')
      .pluck()
      .get(JSON.stringify([...subjects])),
  );
}
