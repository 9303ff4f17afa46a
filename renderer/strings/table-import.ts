import type { TableField } from '../../shared/domain/table-import/columns';
import type { NotUnderstood, TableRow } from '../../shared/domain/table-import/mapping';
import type { NumericOrder, RowQuestion } from '../../shared/domain/table-import/read-date';

const fields: Readonly<Record<TableField, string>> = {
  date: 'Date it happened',
  time: 'Time',
  reportedDate: 'Date it was reported to the police',
  title: 'In a few words',
  description: 'What happened',
  quote: 'The exact words',
  comment: 'Your comment',
  place: 'Place',
  others: 'Others who were there',
  vehicle: 'Vehicle',
  effect: 'Effect on the client',
  reference: 'Police reference',
  response: 'What the police answered',
  kept: 'Keep it in your comment',
  ignore: 'Leave it out',
};
export function tableFieldText(field: TableField): string {
  return fields[field];
}

const problems: Readonly<Record<Exclude<TableRow['problem'], null>, string>> = {
  'no-date': 'no date that can be read',
  'unclear-date': 'its date may mean more than one day',
  empty: 'nothing in it says what happened',
  'too-long': 'a cell is too long',
};
export function problemText(problem: Exclude<TableRow['problem'], null>): string {
  return problems[problem];
}

const questions: Readonly<Record<RowQuestion, string>> = {
  which: 'Which date is meant?',
  'not-all-read': 'Not all of its words were understood. Is this the date?',
  unlikely: 'This date is not likely. Is it meant?',
};
export function questionText(question: RowQuestion): string {
  return questions[question];
}

export function notUnderstoodText({ field, cell }: NotUnderstood): string {
  return field === 'time'
    ? `the time “${cell}” was not understood: the entry has no time, and says what stands in the table`
    : `the date reported “${cell}” was not understood: it goes into your comment`;
}

const orders: Readonly<Record<NumericOrder, string>> = {
  'day-first': 'with the day first',
  'month-first': 'with the month first',
};
export function orderText(order: NumericOrder): string {
  return orders[order];
}
