import * as z from 'zod';
import { ukDate } from '../../../shared/domain/facts/uk-date';
import type { OriginalFacts } from '../../../shared/domain/likeness/better-original';
import { bestDateSchema } from '../../../shared/models/evidence';
import type { BestDate } from '../../../shared/models/evidence';
import type { LikeItem } from '../../../shared/models/likeness';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

/** A picture as screens show it, with what decides which of two copies is nearer to the original. */
export interface Known {
  readonly item: LikeItem;
  readonly facts: OriginalFacts;
}

const row = z.object({
  id: z.string(),
  exhibit_ref: z.string(),
  title: z.string(),
  file_name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  descriptor_width: z.int().nullable(),
  descriptor_height: z.int().nullable(),
  best_date: z.string().nullable(),
  edited: z.int(),
  exif: z.int(),
});

/** Pictures of a case by id, or those of a list. */
export function readLikeItems(
  { db }: Pick<VaultContext, 'db'>,
  where: { readonly caseId: string } | { readonly ids: readonly string[] },
): ReadonlyMap<string, Known> {
  const [condition, value] =
    'caseId' in where
      ? ["e.case_id = ? AND e.kind = 'image'", where.caseId]
      : ['e.id IN (SELECT value FROM json_each(?))', JSON.stringify(where.ids)];
  const rows = allRows(
    db,
    row,
    `SELECT e.id, e.exhibit_ref, e.title, e.file_name, e.mime, f.bytes, e.width, e.height,
       p.width AS descriptor_width, p.height AS descriptor_height, e.best_date, e.edited,
       EXISTS (SELECT 1 FROM facts x WHERE x.item_id = e.id AND x.source = 'exif') AS exif
     FROM evidence e JOIN files f ON f.id = e.file_id LEFT JOIN picture_prints p ON p.item_id = e.id AND p.phash <> 'none'
     WHERE ${condition}`,
    value,
  );
  return new Map(
    rows.map((each) => {
      const bestDate = each.best_date === null ? null : parseJson(bestDateSchema, each.best_date);
      const item: LikeItem = {
        id: each.id,
        exhibitRef: each.exhibit_ref,
        title: each.title,
        fileName: each.file_name,
        mime: each.mime,
        bytes: each.bytes,
        // Upright, as it was compared.
        width: Math.max(1, each.descriptor_width ?? each.width ?? 1),
        height: Math.max(1, each.descriptor_height ?? each.height ?? 1),
        bestDate,
        edited: each.edited === 1,
      };
      const facts: OriginalFacts = {
        width: item.width,
        height: item.height,
        bytes: item.bytes,
        edited: item.edited,
        exif: each.exif === 1,
        lossless: item.mime === 'image/png',
        date: sortable(bestDate),
      };
      return [each.id, { item, facts }];
    }),
  );
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** A date that changes when a file is copied says nothing about which copy came first. */
function sortable(date: BestDate | null): string | null {
  if (date === null || date.source === 'file-system' || !isDay.test(date.edtf)) return null;
  const { edtf, time } = ukDate(date);
  return `${edtf}T${time ?? ''}`;
}

/** Milliseconds of a date with a time of day, all on the UK's clock, so that two can be compared; null without one. */
export function timeOf(date: BestDate | null): number | null {
  if (date?.time == null || date.source === 'file-system' || !isDay.test(date.edtf)) return null;
  const { edtf, time } = ukDate(date);
  const at = Date.parse(`${edtf}T${time?.length === 5 ? `${time}:00` : (time ?? '')}Z`);
  return Number.isNaN(at) ? null : at;
}
