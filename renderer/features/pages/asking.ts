import type { TurnBy } from '../../../shared/models/page-turn';

/** What is said of a page; null takes back what was said. */
export interface Answer {
  readonly page: number;
  readonly by: TurnBy | null;
  readonly straightened?: number;
}

/** What those have in common that ask and show what was answered. */
export interface Asking {
  /** It has one page: a page is not named. */
  readonly isOnly: boolean;
  readonly isBusy: boolean;
  readonly onAnswer: (answers: readonly Answer[]) => void;
}
