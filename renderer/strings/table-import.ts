import type { TableField, TableRow } from '../../shared/domain/table-import/mapping';

const fields: Readonly<Record<TableField, string>> = {
  date: 'Date',
  time: 'Time',
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
