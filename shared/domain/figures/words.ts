import type { FiguresReport } from '../../models/figures';
import { printDate } from '../dates/print';
import { counted } from '../counts';

/** What figures say around their tables, on the screen and on paper. */
export const figureWords = {
  title: 'Figures',
  writtenOn: (day: string): string => `Counted on ${printDate(day, null)}.`,
  median: (days: number): string =>
    `Half of the cases with a first risk assessment had it within ${counted(days, 'day', 'days')} of their beginning (median).`,
  /** How small counts are hidden, in words that a reader can check. */
  rule: ({
    choice: { threshold, showZero },
    hidden,
  }: Pick<FiguresReport, 'choice' | 'hidden'>): readonly string[] => [
    `Counts below ${threshold} are not shown, ${showZero ? 'but for none at all, which is shown as 0' : 'none at all among them'}. ${hidden === 0 ? 'None had to be left out.' : `${counted(hidden, 'cell is', 'cells are')} left out, also larger ones from which a small one could be worked out.`}`,
    `For every count that is left out, another caseload would give the very same pages in which it is larger by ${threshold}. This holds for one set of pages: two that overlap, or of one period with other choices, can be held against each other, so give one for each period.`,
    'Counted is what is recorded. What is not recorded may have been done.',
  ],
} as const;
