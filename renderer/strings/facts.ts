import type { Fact, FactField, FactSource } from '../../shared/models/evidence';

const fields: Readonly<Record<FactField, string>> = {
  captured: 'Made',
  shown: 'Time shown',
  modified: 'Changed',
  device: 'Device',
  app: 'App',
  software: 'Program',
  location: 'Place',
  edited: 'Trace of editing',
  screenshot: 'Screenshot',
  dimensions: 'Size in pixels',
  orientation: 'Which way up',
  duration: 'Length',
  person: 'Person named',
  subject: 'Subject',
  note: 'Note',
};

/** In the order of what an advocate asks first. */
export const fieldOrder = Object.keys(fields) as FactField[];
export const fieldText = (field: FactField): string => fields[field];

const sources: Readonly<Record<FactSource, string>> = {
  exif: 'Written by the camera or phone (EXIF)',
  xmp: 'Written by a program (XMP)',
  'png-chunk': 'Written into the PNG',
  'pdf-info': 'Written into the PDF',
  container: 'The file itself',
  email: 'Header of the e-mail',
  archive: 'Written by the archive',
  'file-name': 'Name of the file',
  ocr: 'Read by machine from the picture',
  'file-system': 'Date on the disk',
  typed: 'Typed by a person',
};
export const sourceText = (source: FactSource): string => sources[source];

const ways: readonly string[] = [
  'Upright',
  'Mirrored',
  'Upside down',
  'Upside down and mirrored',
  'On its side and mirrored',
  'On its side, turned a quarter clockwise to read',
  'On its side and mirrored',
  'On its side, turned a quarter anticlockwise to read',
];

/** The value of a fact in words. */
export function factValue({ field, value, time }: Pick<Fact, 'field' | 'value' | 'time'>): string {
  if (field === 'orientation') return ways[Number(value) - 1] ?? value;
  if (field === 'screenshot') return 'Yes, it is marked as one';
  return time === null ? value : `${value} ${time}`;
}

/** How much a source is trusted, most first, for those who ask why one is used. */
export function rankText(rank: number): string {
  return rank === 1 ? 'rank 1, most trusted' : `rank ${rank}`;
}
