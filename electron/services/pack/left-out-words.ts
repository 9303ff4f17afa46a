import type { ErrorCode } from '../../../shared/errors';
import type { PackLeftOut } from '../../../shared/models/pack';

const reasons: Readonly<Partial<Record<ErrorCode, string>>> = {
  'evidence-damaged':
    'the stored file is not as it was when it was taken in, and is not handed out as if it were',
  'read-failed': 'the stored file could not be read',
  'file-vanished': 'the stored file is not there',
  'unreadable-image': 'the picture could not be drawn',
  'unsupported-preview': 'the picture could not be drawn on this computer',
  'decoder-timeout': 'drawing the picture took too long',
  'file-too-large': 'the picture is too large to be drawn',
};

/** Why something that was chosen is not in a pack. */
export function leftOutText({ what, reason }: Pick<PackLeftOut, 'what' | 'reason'>): string {
  const why = reasons[reason] ?? `it could not be read (${reason})`;
  return what === 'exhibit'
    ? `the exhibit was left out: ${why}.`
    : `without a viewing copy: ${why}. The original is here.`;
}
