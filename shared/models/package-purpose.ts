import { z } from 'zod';

/**
 * `handover`: the other office goes on with the case, exhibit references included, and none is given here any more.
 * `copy`: both go on, each with exhibit references of its own.
 */
export const packagePurposes = ['handover', 'copy'] as const;
export const packagePurposeSchema = z.enum(packagePurposes);
export type PackagePurpose = z.infer<typeof packagePurposeSchema>;
