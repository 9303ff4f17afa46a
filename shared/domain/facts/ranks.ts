import type { FactSource } from '../../models/evidence';

/**
 * How far each source is trusted for the time something was captured: what the camera wrote before what a program
 * wrote, a name (which is a claim) before a container, the file system last because copying changes it (research 6.1).
 */
const ranks: Readonly<Record<FactSource, number>> = {
  exif: 1,
  xmp: 2,
  'png-chunk': 2,
  'pdf-info': 2,
  email: 2,
  'file-name': 3,
  archive: 4,
  container: 4,
  'file-system': 6,
  typed: 5,
  ocr: 5,
};

export function defaultRank(source: FactSource): number {
  return ranks[source];
}
