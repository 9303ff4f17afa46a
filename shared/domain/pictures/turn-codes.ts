import type { FactCode } from '../../models/fact-code';

/** The places that say which way up a picture is: facts of these, and no others, come from here. */
export const turnCodes = [
  'exif.Orientation',
  'exif.SecondOrientation',
  'xmp.Orientation',
] as const satisfies readonly FactCode[];
export type TurnCode = (typeof turnCodes)[number];
