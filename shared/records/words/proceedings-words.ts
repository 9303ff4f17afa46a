import type { CourtKind, Hearing, Party, ProceedingsLanguage } from '../../models/proceedings';
import { dateWords } from './date-words';

export const courtKindText: Readonly<Record<CourtKind, string>> = {
  family: 'Family court',
  magistrates: 'Magistrates’ court',
  crown: 'Crown Court',
  'county-high': 'County court or High Court',
  service: 'Service court (armed forces)',
  tribunal: 'Tribunal',
  other: 'Another court',
};

export const proceedingsLanguageText: Readonly<Record<ProceedingsLanguage, string>> = {
  english: 'English',
  welsh: 'Welsh',
  both: 'English and Welsh',
};

const joined = (parts: readonly string[]): string => parts.filter((each) => each !== '').join(', ');

/** `Alex Rowan, applicant, represented by M. Hart`. */
export function partyText({ name, role, representedBy }: Party): string {
  return joined([name, role, representedBy === '' ? '' : `represented by ${representedBy}`]);
}

/** When a hearing is, as far as it is known: `3 Nov 2026, 10:00`. */
export function hearingWhen({ edtf, time }: Pick<Hearing, 'edtf' | 'time'>): string {
  return joined([edtf === null ? '' : dateWords(edtf), time ?? '']);
}

/** `3 Nov 2026, 10:00: First hearing, Leeds, before DJ Smith`. */
export function hearingText({ what, place, judge, ...when }: Hearing): string {
  const rest = joined([what, place, judge === '' ? '' : `before ${judge}`]);
  const date = hearingWhen(when);
  return date === '' || rest === '' ? `${date}${rest}` : `${date}: ${rest}`;
}
