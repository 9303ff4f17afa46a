import type { SpokenQuestion } from '../../shared/domain/dates/spoken/reading';

const questions: Readonly<Record<SpokenQuestion, string>> = {
  year: 'Which year?',
  month: 'Which month?',
  'day-or-month': 'Which is the day, and which the month?',
  'which-day': 'Which day?',
  'which-week': 'Which week?',
  weekday: 'The weekday and the date do not go together. Which is right?',
  'morning-or-evening': 'In the morning or in the evening?',
  night: 'Before or after midnight?',
  'clock-change': 'The clocks went back that night, so this time came twice. Which one?',
  'never-was': 'The clocks went forward that night, so this time never was. Which is meant?',
  midnight: 'At the beginning of that day, or in the night after it?',
  'which-date': 'Not all of it was understood as one date. Which is meant?',
};

/** `Not understood: “or 4 March”.` */
export function notUnderstood(words: readonly string[]): string {
  return `Not understood: ${words.map((each) => `“${each}”`).join(', ')}.`;
}

export function questionText(question: SpokenQuestion): string {
  return questions[question];
}
