import * as z from 'zod';
import { shortText } from '../models/common';
import { caseworkKind, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { box, dayOrNone, idOrNone, line, timeOrNone } from './casework-schemas';

export const taskSorts = [
  { id: 'task', label: 'Task' },
  { id: 'review', label: 'Review' },
  { id: 'appointment', label: 'Appointment' },
] as const;

export const taskSchema = z.object({
  title: shortText.min(1),
  sort: oneOf(taskSorts).default('task'),
  due: dayOrNone,
  time: timeOrNone,
  owner: line,
  doneOn: dayOrNone,
  note: box,
  /** The record that it is about, where there is one. */
  about: idOrNone,
});
export type Task = z.infer<typeof taskSchema>;

export const taskFields: readonly FieldOf<Task>[] = [
  { at: 'title', label: 'What is to be done', as: 'line' },
  { at: 'sort', label: 'Kind', as: 'choice', options: taskSorts },
  { at: 'due', label: 'Due', as: 'day' },
  { at: 'time', label: 'Time', as: 'time' },
  { at: 'owner', label: 'Whose', as: 'line' },
  { at: 'doneOn', label: 'Done on', as: 'day' },
  { at: 'note', label: 'Note', as: 'box' },
  { at: 'about', label: 'About', as: 'record' },
];

/** Something that somebody of the office has to do, a review, or an appointment. */
export const taskKind = caseworkKind<Task>({
  kind: 'task',
  body: taskSchema,
  fields: taskFields,
  title: ({ title }) => title,
});
