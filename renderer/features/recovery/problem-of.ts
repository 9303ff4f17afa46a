import { HoldfastError } from '../../../shared/errors';
import type { SheetProblem } from './sheet-fields';

/** What went wrong, with the place of the word it is about. */
export function problemOf(error: unknown): SheetProblem {
  if (!(error instanceof HoldfastError)) return { code: 'internal', sheet: null, position: null };
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return {
    code: error.code,
    sheet: number(error.detail?.sheet),
    position: number(error.detail?.position),
  };
}
