import { printDate } from '../../domain/dates/print';

/** A date in words; what is no date stays as it was written, so that nothing in a history is unreadable. */
export function dateWords(edtf: string): string {
  try {
    return printDate(edtf, null);
  } catch {
    return edtf;
  }
}
