import type { Drive } from '../../shared/models/drive';
import { counted } from './counts';
import { printSize } from './sizes';

/** What is plugged in, before somebody says where a package is written. */
export const drivesText = {
  title: 'Sticks and disks that are plugged in',
  none: 'No stick or disk is plugged in, or this system does not show it. You can still choose any folder.',
  refresh: 'Look again',
  free: 'Free',
  fileSystem: 'File system',
  others: 'What else is on it',
  notKnown: 'not known',
  inParts: 'Write it in parts below 4 GiB',
  inPartsHint:
    'For a stick that holds no larger file. One that is known to be FAT gets parts by itself. All parts must lie in one folder to be opened.',
} as const;

/** How much is free, of how much. */
export function freeText({ freeBytes, totalBytes }: Drive): string {
  if (freeBytes === null) return drivesText.notKnown;
  return `${printSize(freeBytes)}${totalBytes === null ? '' : ` of ${printSize(totalBytes)}`}`;
}

/** How many things lie at the top of a stick; never what they are called. */
export function othersText({ names }: Drive): string {
  if (names === null) return drivesText.notKnown;
  return names === 0 ? 'Nothing' : counted(names, 'file or folder', 'files and folders');
}

/** Its file system, and what follows from it for a package that has to be in parts. */
export function fileSystemText({ fileSystem, needsParts }: Drive, isLarge: boolean): string {
  return `${fileSystem ?? drivesText.notKnown}${needsParts && isLarge ? ': written in parts by itself' : ''}`;
}

/** That a package will not fit, and how much is missing. */
export function tooSmallText(missing: number): string {
  return `Too small for this package: at least ${printSize(missing)} more must be free.`;
}
