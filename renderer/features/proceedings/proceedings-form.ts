import * as z from 'zod';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import {
  courtKindSchema,
  partySchema,
  proceedingsBodySchema,
  proceedingsLanguageSchema,
} from '../../../shared/models/proceedings';
import type { Hearing, ProceedingsBody } from '../../../shared/models/proceedings';
import { hearingKinds, proceedingsForm as words } from '../../strings/proceedings';
import { fromEdtf, toEdtf } from '../chronology/date-form';

export const hearingFormSchema = z.object({
  kind: z.enum(hearingKinds),
  day: z.string(),
  lastDay: z.string(),
  month: z.string(),
  year: z.string(),
  other: z.string(),
  time: z.string(),
  what: z.string(),
  place: z.string(),
  judge: z.string(),
});
export type HearingForm = z.infer<typeof hearingFormSchema>;

/** Proceedings as they stand in the form, complete or not. */
export const proceedingsFormSchema = z.object({
  court: z.string(),
  courtKind: courtKindSchema.nullable(),
  caseNumber: z.string(),
  title: z.string(),
  parties: z.array(partySchema.extend({ name: z.string(), role: z.string(), representedBy: z.string() })),
  hearings: z.array(hearingFormSchema),
  preparedBy: z.string(),
  preparedFor: z.string(),
  language: proceedingsLanguageSchema.nullable(),
  noticeGiven: z.boolean().nullable(),
  morePages: z.string(),
  note: z.string(),
});
export type ProceedingsForm = z.infer<typeof proceedingsFormSchema>;

/** What the form keeps of proceedings nobody has saved, with the version that they were changed from. */
export const proceedingsDraftSchema = z.object({
  form: proceedingsFormSchema,
  version: z.string().nullable(),
});
export type ProceedingsDraft = z.infer<typeof proceedingsDraftSchema>;

export const emptyParty = { name: '', role: '', representedBy: '' } as const;

/** A hearing of which nothing is known, or one as it is kept; `today` fills what is empty. */
export function hearingForm(hearing: Hearing | null, today: string): HearingForm {
  const { kind, day, lastDay, month, year, other } = fromEdtf(hearing?.edtf ?? today, today);
  const plain = hearingKinds.find((each) => each === kind) ?? 'other';
  return {
    kind: hearing === null ? 'day' : hearing.edtf === null ? 'none' : plain,
    ...{ day: hearing === null ? '' : day, lastDay: hearing === null ? '' : lastDay, month, year },
    other: plain === 'other' ? (hearing?.edtf ?? other) : '',
    time: hearing?.time ?? '',
    ...{ what: hearing?.what ?? '', place: hearing?.place ?? '', judge: hearing?.judge ?? '' },
  };
}

/** The form with what is kept, or with nothing. */
export function startForm(body: ProceedingsBody | null, today: string): ProceedingsForm {
  const { hearings, ...rest } = body ?? proceedingsBodySchema.parse({});
  return { ...rest, hearings: hearings.map((each) => hearingForm(each, today)) };
}

function hearingOf(form: HearingForm): Hearing {
  const { kind, time, what, place, judge } = form;
  const withTime = kind === 'day' || kind === 'about';
  const hasDate = kind !== 'none' && !(kind === 'day' && form.day === '');
  return {
    edtf: hasDate ? toEdtf({ ...form, kind, season: '' }) : null,
    time: hasDate && withTime && time !== '' ? time : null,
    ...{ what: what.trim(), place: place.trim(), judge: judge.trim() },
  };
}

/** What is to be kept: rows of which nothing was filled in are left out. */
export function fromForm(form: ProceedingsForm): ProceedingsBody {
  const says = (row: object): boolean => Object.values(row).some((each) => each !== '' && each !== null);
  const { parties, hearings, ...rest } = form;
  return {
    ...rest,
    ...{ court: rest.court.trim(), title: rest.title.trim(), caseNumber: rest.caseNumber.trim() },
    ...{ preparedBy: rest.preparedBy.trim(), preparedFor: rest.preparedFor.trim() },
    parties: parties
      .map(({ name, role, representedBy }) => ({
        ...{ name: name.trim(), role: role.trim(), representedBy: representedBy.trim() },
      }))
      .filter(says),
    hearings: hearings.map(hearingOf).filter(says),
  };
}

export type Problems = Readonly<Partial<Record<string, string>>>;

/** The name of the problem of a hearing's date. */
export const hearingAt = (index: number): string => `hearing-${index}`;

function isDate(edtf: string | null): boolean {
  if (edtf === null) return true;
  try {
    parseEdtf(edtf);
    return true;
  } catch {
    return false;
  }
}

/** What must be put right before it is saved. The case number is never among it. */
export function problemsOf(form: ProceedingsForm): Problems {
  const dates = form.hearings.flatMap((each, index) =>
    isDate(hearingOf(each).edtf) ? [] : [[hearingAt(index), words.noDate] as const],
  );
  const isNamed = form.court.trim() !== '' || form.title.trim() !== '';
  return { ...(isNamed ? {} : { court: words.missing }), ...Object.fromEntries(dates) };
}
