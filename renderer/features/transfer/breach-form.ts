import { ukDay } from '../../../shared/domain/dates/standing';
import { ukClockOf, ukOffsetMinutes } from '../../../shared/domain/dates/uk-clock';
import { breachProblem } from '../../../shared/domain/breach/clock';
import type { BreachBody } from '../../../shared/models/breach';
import { breachMissing, breachProblemText } from '../../strings/breaches';

/** A breach as it is typed: each moment as a day and a time by the UK's clock. */
export interface BreachForm extends Omit<BreachBody, 'foundAt' | 'toldIcoAt' | 'toldClientAt' | 'packageId'> {
  readonly packageId: string | null;
  readonly foundDay: string;
  readonly foundTime: string;
  readonly icoDay: string;
  readonly icoTime: string;
  readonly clientDay: string;
  readonly clientTime: string;
}
export type BreachErrors = Readonly<Partial<Record<keyof BreachForm, string>>>;

const split = (instant: string | null): readonly [string, string] => {
  if (instant === null) return ['', ''];
  const [, time = ''] = ukClockOf(instant).local.split('T');
  return [ukDay(instant), time.slice(0, 5)];
};

/** The moment of a day and a time in the UK; of an hour that comes twice the first, which leaves less time. */
function instantOf(day: string, time: string): string | null {
  if (day === '' || time === '') return null;
  const utc = Date.parse(`${day}T${time}:00Z`) - ukOffsetMinutes(day, time) * 60_000;
  return new Date(utc).toISOString();
}

/** What stands in the form at first. `now`: an instant; hours begin to run from when somebody knows. */
export function startBreach(
  body: BreachBody | null,
  now: string,
  packageId: string | null = null,
): BreachForm {
  const [foundDay, foundTime] = split(body?.foundAt ?? now);
  const [icoDay, icoTime] = split(body?.toldIcoAt ?? null);
  const [clientDay, clientTime] = split(body?.toldClientAt ?? null);
  return {
    ...{ foundDay, foundTime, icoDay, icoTime, clientDay, clientTime },
    what: body?.what ?? '',
    packageId: body?.packageId ?? packageId,
    circumstances: body?.circumstances ?? '',
    strength: body?.strength ?? 'not-known',
    risk: body?.risk ?? 'open',
    riskWhy: body?.riskWhy ?? '',
    icoReference: body?.icoReference ?? '',
    notes: body?.notes ?? '',
  };
}

/** What was typed as it is kept, or what is wrong by its field. */
export function readBreach(
  form: BreachForm,
  now: string,
): { readonly body: BreachBody | null; readonly errors: BreachErrors } {
  const { foundDay, foundTime, icoDay, icoTime, clientDay, clientTime, ...rest } = form;
  const foundAt = instantOf(foundDay, foundTime);
  const toldIcoAt = instantOf(icoDay, icoTime);
  const toldClientAt = instantOf(clientDay, clientTime);
  const errors: Record<string, string> = {
    ...(form.what.trim() === '' ? { what: breachMissing.what } : {}),
    ...(foundDay === '' ? { foundDay: breachMissing.day } : {}),
    ...(foundTime === '' ? { foundTime: breachMissing.time } : {}),
    ...half('icoDay', 'icoTime', icoDay, icoTime),
    ...half('clientDay', 'clientTime', clientDay, clientTime),
  };
  if (foundAt === null || Object.keys(errors).length > 0) return { body: null, errors };
  const body = { ...rest, foundAt, toldIcoAt, toldClientAt };
  const problem = breachProblem(body, now);
  if (problem === null) return { body, errors: {} };
  const at = {
    'found-later': 'foundTime',
    'ico-before': 'icoDay',
    'client-before': 'clientDay',
    why: 'riskWhy',
  };
  return { body: null, errors: { [at[problem]]: breachProblemText[problem] } };
}

/** A day without its time, or a time without its day. */
function half(dayAt: string, timeAt: string, day: string, time: string): Readonly<Record<string, string>> {
  if (day !== '' && time === '') return { [timeAt]: breachMissing.time };
  return day === '' && time !== '' ? { [dayAt]: breachMissing.day } : {};
}
