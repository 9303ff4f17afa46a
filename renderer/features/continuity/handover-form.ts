import * as z from 'zod';
import { ukDay } from '../../../shared/domain/dates/standing';
import type { ContinuityRow, NewHandover } from '../../../shared/models/continuity';
import { fromEdtf, toEdtf } from '../chronology/date-form';

/** The ways in which people know when something changed hands. */
export const whenKinds = ['day', 'about', 'between', 'month', 'other'] as const;

export const handoverFormSchema = z.object({
  from: z.string(),
  to: z.string(),
  kind: z.enum(whenKinds),
  day: z.string(),
  lastDay: z.string(),
  month: z.string(),
  year: z.string(),
  other: z.string(),
  time: z.string(),
  place: z.string(),
  purpose: z.string(),
  seal: z.string(),
  fingerprintConfirmed: z.boolean(),
  confirmation: z.string(),
  note: z.string(),
  planned: z.boolean(),
  all: z.boolean(),
});
export type HandoverForm = z.infer<typeof handoverFormSchema>;

/** An empty form of today, or one with what a row says that is to be put right. */
export function startForm(now: string, row: ContinuityRow | null): HandoverForm {
  const today = ukDay(now);
  const { kind, day, lastDay, month, year, other } = fromEdtf(row?.edtf ?? today, today);
  const plain = whenKinds.find((each) => each === kind) ?? 'other';
  return {
    from: row?.from ?? '',
    to: row?.to ?? '',
    kind: plain,
    day,
    lastDay,
    month,
    year,
    other: plain === 'other' ? (row?.edtf ?? other) : other,
    time: row?.time ?? '',
    place: row?.place ?? '',
    purpose: row?.purpose ?? '',
    seal: row?.seal ?? '',
    fingerprintConfirmed: row?.fingerprintConfirmed ?? false,
    confirmation: row?.confirmation ?? '',
    note: row?.note ?? '',
    planned: false,
    all: true,
  };
}

/** What is to be written down; a time counts only beside a day. */
export function handoverOf(form: HandoverForm): NewHandover {
  const withTime = form.kind === 'day' || form.kind === 'about';
  return {
    from: form.from.trim(),
    to: form.to.trim(),
    edtf: toEdtf({ ...form, season: '' }),
    time: withTime && form.time !== '' ? form.time : null,
    place: form.place.trim(),
    purpose: form.purpose.trim(),
    seal: form.seal.trim(),
    fingerprintConfirmed: form.fingerprintConfirmed,
    confirmation: form.confirmation.trim(),
    note: form.note.trim(),
  };
}
