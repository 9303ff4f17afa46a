import { nothingMore } from '../../../shared/domain/entry-content';
import type { NewEntry } from '../../../shared/models/chronology';
import { reportedSchema } from '../../../shared/models/chronology';

export interface Template {
  readonly id: string;
  readonly label: string;
  readonly content: Partial<NewEntry>;
}

/** What comes up again and again, begun. Everything in them can be changed before it is saved. */
export const templates: readonly Template[] = [
  {
    id: 'calls',
    label: 'Calls or messages',
    content: { title: 'Calls', channel: 'call', behaviours: ['b'] },
  },
  {
    id: 'followed',
    label: 'Followed or waited for',
    content: { title: 'Followed', channel: 'in_person', behaviours: ['a', 'e'] },
  },
  {
    id: 'home',
    label: 'Came to the home',
    content: { title: 'Came to the home', channel: 'in_person', behaviours: ['e'], place: 'Home' },
  },
  {
    id: 'online',
    label: 'Posted online',
    content: { title: 'Posted online', channel: 'online_post', behaviours: ['c_i'] },
  },
  {
    id: 'device',
    label: 'Tracker or account',
    content: { title: 'Tracker found', channel: 'device_or_tracker', behaviours: ['d', 'g'] },
  },
  {
    id: 'property',
    label: 'Damage or something left',
    content: { title: 'Damage', channel: 'property', behaviours: ['f'] },
  },
  {
    id: 'report',
    label: 'Report to the police',
    content: {
      kind: 'event',
      title: 'Reported to the police',
      reported: reportedSchema.parse({ date: null, reference: '', response: '' }),
    },
  },
  {
    id: 'order',
    label: 'Order, bail or warning',
    content: { kind: 'event', title: 'Order made', marks: ['knows'] },
  },
  {
    id: 'separation',
    label: 'Separation or told to stop',
    content: { kind: 'event', title: 'Told to stop', marks: ['four.unwanted', 'knows'] },
  },
];

/** A new entry begun as a template, on a day. Null for a template that is not there (any more). */
export function fromTemplate(id: string, day: string): NewEntry | null {
  const found = templates.find((each) => each.id === id);
  if (found === undefined) return null;
  return {
    ...nothingMore,
    edtf: day,
    time: null,
    title: '',
    dateSource: 'the client’s account',
    ...found.content,
  };
}
