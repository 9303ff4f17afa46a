import { dateBounds } from '../../../shared/domain/dates/bounds';
import { printDate } from '../../../shared/domain/dates/print';
import { ukClockOf } from '../../../shared/domain/dates/uk-moment';
import type { NewHandover, OwnStep } from '../../../shared/models/continuity';
import { printMoment } from '../../strings/dates';
import { pagesStep } from '../../strings/continuity';
import { packStepText } from '../../strings/pack';

type When = Pick<NewHandover, 'edtf' | 'time'>;

const entryTime = (time: string | null) =>
  time === null ? null : ({ from: time, to: null, precision: 'exact' } as const);

/** The date in words, or null when it is none yet. */
export function whenWords({ edtf, time }: When): string | null {
  try {
    return printDate(edtf, entryTime(time));
  } catch {
    return null;
  }
}

/** True for a date that is still to come. */
export function isToCome({ edtf, time }: When, now: string): boolean {
  try {
    return dateBounds(edtf, entryTime(time)).earliest > ukClockOf(now).local;
  } catch {
    return false;
  }
}

/** What Holdfast did, as a sentence without its doer. */
export function ownStepWords({ kind, title, page }: OwnStep): string {
  const where = page === null ? '' : `, page ${page}`;
  switch (kind) {
    case 'taken-in':
      return 'Taken into the vault, unchanged and encrypted';
    case 'again':
      return 'The same content was handed in again';
    case 'opened':
      return pagesStep.opened;
    case 'turned':
      return pagesStep.turned;
    case 'copy-saved':
      return 'A copy was saved outside the vault';
    case 'bundle-built':
      return `Put into the bundle “${title}”${where}`;
    case 'bundle-saved':
      return `The bundle “${title}” was saved outside the vault`;
    case 'pack-made':
      return packStepText(title);
    case 'package-sent':
      return 'Went into a package of the case for another office';
    case 'package-received':
      return 'Came from another office in a package';
    case 'certificate':
      return 'Its record was printed';
    case 'redacted':
      return 'A redacted copy was made or changed';
  }
}

export function ownStepWhen({ at }: OwnStep): string {
  return printMoment(at);
}
