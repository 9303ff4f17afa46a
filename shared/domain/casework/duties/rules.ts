import * as z from 'zod';
import file from '../../../../resources/casework/rules.json' with { type: 'json' };
import { dutyRooms } from '../../../models/duty';

const days = z.int().min(0).max(400).optional();

/** One rule of what is missing or due. Numbers and sources stand in resources/casework/rules.json and are changed there alone. */
export const dutyRuleSchema = z.strictObject({
  title: z.string().min(1).max(120),
  /** Statute, code or report. Empty where it is that of the time limit. */
  source: z.string().max(400),
  /** Day it was checked, YYYY-MM-DD. */
  asAt: z.iso.date(),
  /** False where it was not seen in its source: it is shown as provisional. */
  confirmed: z.boolean(),
  room: z.enum(dutyRooms),
  tag: z.string().min(1).max(40),
  tone: z.enum(['red', 'amber', 'plum', 'neutral']),
  /** When it is due, counted from what the rule is about: days of the calendar, or working days. */
  afterDays: days,
  afterWorkingDays: days,
  /** A time limit of the law of the case (resources/law), in place of a number here. */
  limit: z.string().max(40).optional(),
  /** Shown from so many days before it is due; on that day where nothing is said. */
  beforeDays: days,
  /** No longer shown so many days after; for as long as it is not met where nothing is said. */
  keptDays: days,
  /** The tag counts the days: `today`, `in 3 days`, `2 days late`. */
  counts: z.literal(true).optional(),
  /** The tag once the day is over, where "late" would not be right. */
  passed: z.string().min(1).max(40).optional(),
});
export type DutyRule = z.infer<typeof dutyRuleSchema>;

/** A rule, by its code. */
export type RuleId = keyof typeof file.rules;

export type DutyRules = Readonly<Record<RuleId, DutyRule>>;

/** Reads a file of rules. Throws where one is missing or is not what its schema says, so that a slip is seen at once. */
export function readRules(from: { readonly rules: Readonly<Record<string, unknown>> }): DutyRules {
  const read = ruleIds.map((id) => [id, dutyRuleSchema.parse(from.rules[id])] as const);
  return Object.fromEntries(read) as Record<RuleId, DutyRule>;
}

/** Every rule, in the order of the file: that in which lines of one day stand. */
export const ruleIds = Object.keys(file.rules) as readonly RuleId[];

/** The rules as they stand in resources/casework/rules.json. */
export const dutyRules: DutyRules = readRules(file);

/** What a rule is called; one of a newer Holdfast by its code. */
export function ruleTitle(id: string): string {
  return ruleIds.some((each) => each === id) ? dutyRules[id as RuleId].title : id;
}
