import * as z from 'zod';
import { idSchema, longText } from './common';
import { packChosenSchema } from './pack-chosen';

/**
 * `handover`: the other office goes on with the case, exhibit references included, and none is given here any more.
 * `copy`: both go on, each with exhibit references of its own. `share`: what was chosen, as it stands now, without its past.
 * `changes`: what is new or different since a package that the other office has.
 */
export const packagePurposes = ['handover', 'copy', 'share', 'changes'] as const;
export const packagePurposeSchema = z.enum(packagePurposes);
export type PackagePurpose = z.infer<typeof packagePurposeSchema>;

/** What goes in a share: exhibits, each as its original or as a redacted copy, and the entries of a view as that shows them. */
export const packageChosenSchema = packChosenSchema.omit({ to: true });
export type PackageChosen = z.infer<typeof packageChosenSchema>;

/**
 * Papers that go from advocate to advocate when a case moves between MARAC areas (SafeLives, MARAC to MARAC referrals): each is an
 * exhibit or document of the case, or said to be missing.
 */
export const handoverSlots = ['minutes', 'action-plan', 'risk', 'advocate-note'] as const;
export type HandoverSlot = (typeof handoverSlots)[number];

export const slotsSchema = z.object(
  Object.fromEntries(handoverSlots.map((slot) => [slot, idSchema.nullable()])) as Record<
    HandoverSlot,
    z.ZodNullable<typeof idSchema>
  >,
);
export type Slots = z.infer<typeof slotsSchema>;

/** Why something may go to another office: the client agreed, or somebody decided without that and says why. */
export const packageNoteSchema = z.object({
  basis: z.enum(['consent', 'without-consent']),
  /** With consent: when and how it was given. Without: the reason, which a court or the ICO may ask for. */
  reason: longText.min(1),
  /** Of a handover; null for anything else. */
  slots: slotsSchema.nullable(),
});
export type PackageNote = z.infer<typeof packageNoteSchema>;
