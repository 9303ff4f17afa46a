import * as z from 'zod';
import { behaviourSchema, entryKinds } from './chronology';
import { idSchema, shortText } from './common';
import { jurisdictionSchema } from './jurisdiction';

const daySchema = z.iso.date();
const count = z.int().min(0);

/** A thing on the timeline: an entry, or how many there were on one day where there are too many to draw one by one. */
export const timelineItemSchema = z.object({
  id: idSchema,
  kind: z.enum(entryKinds),
  title: shortText,
  /** Sortable `YYYY-MM-DDTHH:MM:SS`. */
  earliest: z.string(),
  latest: z.string(),
  acts: z.array(behaviourSchema),
});
export type TimelineItem = z.infer<typeof timelineItemSchema>;

/** Everything the views of a chronology are drawn from, worked out over the same filter. */
export const patternsSchema = z.object({
  /** Whose law names the acts; null where nobody has said. */
  jurisdiction: jurisdictionSchema.nullable(),
  incidents: count,
  events: count,
  days: z.array(z.object({ day: daySchema, count })),
  withoutDay: count,
  hours: z.array(z.object({ weekday: z.int().min(0).max(6), hour: z.int().min(0).max(23), count })),
  withoutHour: count,
  weeks: z.array(
    z.object({
      week: daySchema,
      count,
      acts: z.partialRecord(behaviourSchema, count),
      unmarked: count,
    }),
  ),
  withoutWeek: count,
  silences: z.array(z.object({ id: idSchema, days: count, from: daySchema, to: daySchema })),
  /** Entries one by one, the earliest first; empty where there are more than `mostOnTimeline`. */
  timeline: z.array(timelineItemSchema),
  /** Background events, which can be triggers. */
  triggers: z.array(timelineItemSchema),
});
export type Patterns = z.infer<typeof patternsSchema>;

/** More single marks than this are a smear: then the timeline shows days. */
export const mostOnTimeline = 2000;
/** Silences and events listed one by one. */
export const mostListed = 500;

export const aroundSchema = z.object({
  trigger: timelineItemSchema,
  weeks: z.array(z.object({ week: z.int(), count })),
  unsure: count,
});
export type Around = z.infer<typeof aroundSchema>;
