import * as z from 'zod';
import { standingOf } from '../../../shared/domain/records/heads';
import { historyOf } from '../../../shared/domain/records/history';
import type { Body } from '../../../shared/domain/records/version';
import { copyFormSchema, provenanceSchema } from '../../../shared/models/provenance';
import type { ItemHistory, Provenance, ProvenanceVersion } from '../../../shared/models/provenance';
import { provenanceKind } from '../../../shared/records/provenance';
import type { VaultContext } from '../../vault/api';
import { recordIdAbout } from '../../vault/records/record-id';
import { shownAbout } from '../../vault/records/shown-about';
import { versionsOf } from '../../vault/records/version-rows';
import { allRows, parseJson } from '../../vault/rows/rows';
import { readChoices } from '../items/date-choices';

type Db = Pick<VaultContext, 'db'>;

/** One version of what was said of an item, with the body as it was written. */
export interface SaidVersion extends Omit<ProvenanceVersion, 'body'> {
  readonly body: Body;
  readonly isShown: boolean;
}

/** All that was said of an item, oldest first, numbered in that order; nothing where it was removed, which its history shows. */
export function readSaidVersions({ db }: Db, itemId: string): readonly SaidVersion[] {
  const versions = versionsOf(db, recordIdAbout(provenanceKind.kind, itemId));
  const { shown, removed } = standingOf(versions, provenanceKind.merge);
  if (removed) return [];
  return historyOf(versions)
    .flatMap(({ id, body, at, author, removed: isRemoval }) =>
      body === null || isRemoval ? [] : [{ body, at, author, isShown: id === shown?.id }],
    )
    .map((said, index) => ({ ...said, version: index + 1 }));
}

/**
 * The same for the screen: what is shown first, then the rest, newest first. A number goes up with every version that is
 * written or comes from another office, so that whoever saves says which state it was made from.
 */
export function readVersions(context: Db, itemId: string): readonly ProvenanceVersion[] {
  const said = readSaidVersions(context, itemId).flatMap(({ body, isShown, ...by }) => {
    // What a newer Holdfast wrote may not be readable here: it is in the history.
    const read = provenanceSchema.safeParse(body);
    return read.success ? [{ isShown, version: { ...by, body: read.data } }] : [];
  });
  const newestFirst = said.reverse();
  return [
    ...newestFirst.filter(({ isShown }) => isShown),
    ...newestFirst.filter(({ isShown }) => !isShown),
  ].map(({ version }) => version);
}

/** What is shown of an item; null where nobody has said anything. */
export function readShown({ db }: Db, itemId: string): Provenance | null {
  const shown = shownAbout(db, provenanceKind.kind, itemId);
  return shown === null ? null : provenanceSchema.parse(shown.body);
}

/** Says something of an item, made from what is shown of it. Must run inside an act. Throws as the store of records. */
export function writeProvenance(
  context: Pick<VaultContext, 'records'>,
  { caseId, itemId }: { readonly caseId: string; readonly itemId: string },
  said: Provenance,
): void {
  context.records.say(provenanceKind.kind, { caseId, body: { ...said, itemId } });
}

/** Items of a case of which it is said which way they came. */
export function readSaid({ db }: Db, caseId: string): readonly string[] {
  return allRows(
    db,
    z.object({ id: z.string() }),
    `SELECT e.id FROM records r JOIN record_versions v ON v.id = r.shown
       JOIN evidence e ON e.id = json_extract(v.body, '$.itemId')
     WHERE r.case_id = ? AND r.kind = 'provenance' AND r.removed = 0 AND json_extract(v.body, '$.way') IS NOT NULL`,
    caseId,
  ).map(({ id }) => id);
}

const copyRow = z.object({ at: z.string(), author: z.string(), detail: z.string() });
const copyDetail = z.object({
  // Copies from before there was a choice were always the original.
  form: copyFormSchema.default('original'),
  bytes: z.int().nullable().default(null),
  sha256: z.string().nullable().default(null),
});

/** Dates that were settled on and copies that left the vault, newest first. */
export function readHistory({ db }: Db, itemId: string): ItemHistory {
  const copies = allRows(
    db,
    copyRow,
    `SELECT at, author, detail FROM audit WHERE action = 'evidence.save-copy' AND subject = ? ORDER BY seq DESC LIMIT 100`,
    itemId,
  ).map(({ detail, ...row }) => ({ ...row, ...parseJson(copyDetail, detail) }));
  return { choices: readChoices(db, itemId), copies };
}
