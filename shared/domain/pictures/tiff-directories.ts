/**
 * Directories of a TIFF structure (TIFF 6.0, section 2), which is also what EXIF is. Nothing in a file is trusted: every
 * step is checked against its end and counted, and a chain that comes back to itself ends there.
 */
export interface TiffDirectory {
  /** Where it begins, and where its pointer to the next one stands. */
  readonly at: number;
  readonly nextAt: number;
  /** The first number of a tag of any type that holds whole numbers; null where there is none. */
  readonly number: (tag: number) => number | null;
  /** The type a tag has (3 is SHORT); null where it is not there. */
  readonly type: (tag: number) => number | null;
}

/** One page of a TIFF: its directory, its size as stored, and how it lies (EXIF 1 to 8, or null when it does not say). */
export interface TiffPage {
  readonly directory: TiffDirectory;
  readonly width: number;
  readonly height: number;
  readonly lies: number | null;
}

/** No scanner writes so many pages into one file; a file of more is refused rather than shown in part. */
export const mostTiffPages = 2000;
/** A directory beside each page for its preview, and some. */
const mostDirectories = 2 * mostTiffPages + 100;
const mostEntries = 4096;

/** Tags of TIFF 6.0, section 8. */
const tags = { newSubfile: 254, subfile: 255, width: 256, height: 257, orientation: 274 } as const;
/** Bits of NewSubfileType: a smaller version of another picture, and a mask for one. They are no pages. */
const reduced = 1;
const mask = 4;
/** The same in the old SubfileType. */
const oldReduced = 2;

type Reader = (at: number) => number;

/** The directories in the order of their chain; those in them (previews, EXIF, GPS) are not followed. */
export function tiffDirectories(bytes: Uint8Array, most = mostDirectories): readonly TiffDirectory[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return [];
  const mark = String.fromCharCode(...bytes.subarray(0, 2));
  const little = mark === 'II';
  if (!little && mark !== 'MM') return [];
  const found: TiffDirectory[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); found.length < most;) {
    if (at < 8 || at + 2 > bytes.length || seen.has(at)) break;
    seen.add(at);
    const entries = view.getUint16(at, little);
    const nextAt = at + 2 + entries * 12;
    if (entries === 0 || entries > mostEntries || at + 2 + 12 > bytes.length) break;
    found.push(directory(view, little, at, nextAt));
    if (nextAt + 4 > bytes.length) break;
    at = view.getUint32(nextAt, little);
  }
  return found;
}

function directory(view: DataView, little: boolean, at: number, nextAt: number): TiffDirectory {
  const places = new Map<number, number>();
  for (let place = at + 2; place < nextAt && place + 12 <= view.byteLength; place += 12) {
    const tag = view.getUint16(place, little);
    // A tag that stands there twice: the first one counts.
    if (!places.has(tag)) places.set(tag, place);
  }
  return {
    at,
    nextAt,
    number: (tag) => {
      const place = places.get(tag);
      return place === undefined ? null : firstNumber(view, little, place);
    },
    type: (tag) => {
      const place = places.get(tag);
      return place === undefined ? null : view.getUint16(place + 2, little);
    },
  };
}

/** By the number of a type (TIFF 6.0, section 2; 13 is that of pointers to directories): its length and how it is read. */
function typeOf(view: DataView, little: boolean, type: number): readonly [size: number, read: Reader] | null {
  switch (type) {
    case 1:
    case 7:
      return [1, (at) => view.getUint8(at)];
    case 3:
      return [2, (at) => view.getUint16(at, little)];
    case 4:
    case 13:
      return [4, (at) => view.getUint32(at, little)];
    case 5:
      return [8, (at) => view.getUint32(at, little) / view.getUint32(at + 4, little)];
    case 6:
      return [1, (at) => view.getInt8(at)];
    case 8:
      return [2, (at) => view.getInt16(at, little)];
    case 9:
      return [4, (at) => view.getInt32(at, little)];
    case 10:
      return [8, (at) => view.getInt32(at, little) / view.getInt32(at + 4, little)];
    default:
      return null;
  }
}

function firstNumber(view: DataView, little: boolean, place: number): number | null {
  const count = view.getUint32(place + 4, little);
  const type = typeOf(view, little, view.getUint16(place + 2, little));
  if (type === null || count === 0) return null;
  const [size, read] = type;
  const at = size * count <= 4 ? place + 8 : view.getUint32(place + 8, little);
  if (at + size > view.byteLength) return null;
  const value = read(at);
  return Number.isInteger(value) ? value : null;
}

/** How what stands in a directory lies: 1 to 8, or null for no tag and for what means nothing. */
export function liesBy(found: TiffDirectory | undefined): number | null {
  const said = found?.number(tags.orientation) ?? null;
  return said !== null && said >= 1 && said <= 8 ? said : null;
}

/** What the tag says, whatever that is; null where there is none. */
export function saidOrientation(found: TiffDirectory | undefined): number | null {
  return found?.number(tags.orientation) ?? null;
}

/**
 * The pages of a TIFF. Smaller versions and masks are none; where nothing else is there, the first of them is the page.
 * Null when there are more than `mostTiffPages`.
 */
export function tiffPages(bytes: Uint8Array): readonly TiffPage[] | null {
  const all = tiffDirectories(bytes).flatMap((found) => {
    const [width, height] = [found.number(tags.width) ?? 0, found.number(tags.height) ?? 0];
    return width < 1 || height < 1 ? [] : [{ directory: found, width, height, lies: liesBy(found) }];
  });
  const whole = all.filter(
    ({ directory: { number } }) =>
      ((number(tags.newSubfile) ?? 0) & (reduced | mask)) === 0 && number(tags.subfile) !== oldReduced,
  );
  const pages = whole.length > 0 ? whole : all.slice(0, 1);
  return pages.length > mostTiffPages ? null : pages;
}
