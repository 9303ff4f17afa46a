import { zoneName } from '../../../shared/domain/facts/clock';
import { factName } from '../../../shared/domain/facts/fact-names';
import { printDated, printMoved } from '../../../shared/domain/facts/uk-date';
import { documentDate } from '../../../shared/records/words/document-words';
import type { ItemDocument } from '../../../shared/models/item-document';
import type { BestDate } from '../../../shared/models/evidence';

interface Dated {
  readonly bestDate: BestDate | null;
  /** A document of the case stands under the date that it bears, whatever its file says. */
  readonly document: ItemDocument | null;
}

/** The date of an exhibit as paper shows it; empty where none is known. */
export function printedDate({ bestDate, document }: Dated): string {
  if (document !== null) return documentDate(document);
  return bestDate === null ? '' : printDated(bestDate);
}

/**
 * Where the date comes from, with what the source gives where the date above is that brought to UK time, the zone when the
 * source has one, and a word of doubt when it is weak.
 */
export function dateSource({ bestDate, document }: Dated): string {
  if (document !== null) return document.on === null ? '' : 'the document itself';
  if (bestDate === null) return '';
  const zone =
    bestDate.zone === null
      ? "the device's own time, no zone given"
      : (printMoved(bestDate) ?? zoneName(bestDate.zone));
  const doubt = bestDate.source === 'file-system' ? '; copying a file can change this date' : '';
  return `${factName(bestDate)} (${bestDate.time === null ? 'day only' : zone})${doubt}${bestDate.chosen ? ', chosen by the advocate' : ''}`;
}
