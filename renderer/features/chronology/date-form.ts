/** The ways a client says when something was, and the EDTF each becomes. */
export const dateKinds = [
  'day',
  'about',
  'unsure',
  'between',
  'since',
  'month',
  'season',
  'year',
  'other',
] as const;
export type DateKind = (typeof dateKinds)[number];

export interface DateForm {
  readonly kind: DateKind;
  /** YYYY-MM-DD for day, about, unsure, since, and the first of between. */
  readonly day: string;
  readonly lastDay: string;
  /** 1 to 12, as text. */
  readonly month: string;
  /** 21 spring, 22 summer, 23 autumn, 24 winter. */
  readonly season: string;
  readonly year: string;
  readonly other: string;
}

/** EDTF for what is filled in; an incomplete form gives text that is no EDTF, which is refused where it is checked. */
export function toEdtf(form: DateForm): string {
  switch (form.kind) {
    case 'day':
      return form.day;
    case 'about':
      return `${form.day}~`;
    case 'unsure':
      return `${form.day}?`;
    case 'between':
      return `${form.day}/${form.lastDay}`;
    case 'since':
      return `${form.day}/..`;
    case 'month':
      return `${form.year}-${form.month.padStart(2, '0')}`;
    case 'season':
      return `${form.year}-${form.season}`;
    case 'year':
      return form.year;
    case 'other':
      return form.other.trim();
  }
}

/** The form for an EDTF value; what has no plain form is shown as it is. `today` fills what is empty. */
export function fromEdtf(edtf: string, today: string): DateForm {
  const empty: DateForm = {
    kind: 'other',
    day: today,
    lastDay: today,
    month: String(Number(today.slice(5, 7))),
    season: '22',
    year: today.slice(0, 4),
    other: edtf,
  };
  const day = String.raw`\d{4}-\d{2}-\d{2}`;
  const is = (pattern: string): boolean => new RegExp(`^${pattern}$`).test(edtf);
  if (is(day)) return { ...empty, kind: 'day', day: edtf };
  if (is(`${day}~`)) return { ...empty, kind: 'about', day: edtf.slice(0, 10) };
  if (is(String.raw`${day}\?`)) return { ...empty, kind: 'unsure', day: edtf.slice(0, 10) };
  if (is(`${day}/${day}`))
    return { ...empty, kind: 'between', day: edtf.slice(0, 10), lastDay: edtf.slice(11) };
  if (is(String.raw`${day}/\.\.`)) return { ...empty, kind: 'since', day: edtf.slice(0, 10) };
  if (is(String.raw`\d{4}-(0[1-9]|1[0-2])`))
    return { ...empty, kind: 'month', year: edtf.slice(0, 4), month: String(Number(edtf.slice(5))) };
  if (is(String.raw`\d{4}-2[1-4]`))
    return { ...empty, kind: 'season', year: edtf.slice(0, 4), season: edtf.slice(5) };
  if (is(String.raw`\d{4}`)) return { ...empty, kind: 'year', year: edtf };
  return empty;
}
