import { HoldfastError } from '../../../shared/errors';
import type { Buffer } from '../kit/node';

const endOfChain = -2;
const unused = -1;
const noEntry = -1;
/** The first sectors of the allocation table are listed in the header ([MS-CFB] 2.2). */
const inHeader = 109;
const entryBytes = 128;
/** So much of an entry is read; of the last one of a file that was cut off the rest may be missing. */
const entryRead = 124;
/** Streams shorter than this lie in small sectors (2.2, "Mini Stream Cutoff Size"). */
const smallBelow = 4096;
const smallSectorBytes = 64;
/** Types of entries of the directory (2.6.1). */
const storage = 1;
const stream = 2;
const root = 5;

interface Entry {
  readonly type: number;
  readonly links: readonly number[];
  readonly start: number;
  readonly size: number;
}

const unsound = (): HoldfastError => new HoldfastError('unreadable-file');

/**
 * Looks whether the chains of a compound file ([MS-CFB]) come to an end, and whether its directory is a tree. The library that takes it
 * apart follows them without looking: one that bites its own tail fills the memory, and so does a length that no file here has. A file
 * that was only cut off is let through: what is left of it can be read. Throws `unreadable-file`.
 */
export function requireSoundCompound(bytes: Buffer): void {
  if (bytes.length < 512) throw unsound();
  const sectorBytes = bytes.readUInt8(30) === 12 ? 4096 : 512;
  const inFile = Math.ceil(bytes.length / sectorBytes);
  const sectors = tableOf(bytes, sectorBytes, inFile);
  // Of a file that was cut off the tables say more than is there.
  const most = (sectors.length * sectorBytes) / 4;
  const next = (sector: number): number => nextIn(bytes, sectorBytes, sectors, sector);

  const directory = chainFrom(bytes.readInt32LE(48), next, most);
  const entries = directory.flatMap((sector) => entriesIn(bytes, (sector + 1) * sectorBytes, sectorBytes));
  requireTree(entries);
  // The first entry is the root, and its chain holds the small sectors (2.6.2).
  if (entries[0]?.type !== root) throw unsound();
  chainFrom(entries[0].start, next, most);
  const smallTable = smallTableOf(bytes, next, most);
  const nextSmall = (sector: number): number => nextIn(bytes, sectorBytes, smallTable, sector);
  const streams = entries.filter(({ type, size }) => type === stream && size > 0);
  const small = streams.filter(({ size }) => size < smallBelow);
  requireChains(small, nextSmall, smallSectorBytes, (smallTable.length * sectorBytes) / 4);
  requireChains(
    streams.filter(({ size }) => size >= smallBelow),
    next,
    sectorBytes,
    most,
  );
}

/** Where the sectors of the allocation table lie: those in the header, and those that are listed in sectors of their own. */
function tableOf(bytes: Buffer, sectorBytes: number, most: number): readonly number[] {
  const [count = 0, first = 0, lists = 0] = [44, 68, 72].map((at) => bytes.readInt32LE(at));
  if (count < 0 || count > most || lists > most) throw unsound();
  const sectors = Array.from({ length: Math.min(count, inHeader) }, (_, index) =>
    bytes.readInt32LE(76 + index * 4),
  );
  const perList = sectorBytes / 4 - 1;
  let missing = count - sectors.length;
  let list = first;
  for (let left = lists; left > 0 && missing > 0; left -= 1) {
    const at = (list + 1) * sectorBytes;
    if (list < 0 || at + sectorBytes > bytes.length) throw unsound();
    const listed = Array.from({ length: Math.min(perList, missing) }, (_, index) =>
      bytes.readInt32LE(at + index * 4),
    );
    const end = listed.findIndex((sector) => sector === unused || sector === endOfChain);
    sectors.push(...(end < 0 ? listed : listed.slice(0, end)));
    missing -= listed.length;
    list = bytes.readInt32LE(at + perList * 4);
    if (list === unused || list === endOfChain) break;
  }
  return sectors;
}

/** Where the sectors of the table of small sectors lie. */
function smallTableOf(bytes: Buffer, next: (sector: number) => number, most: number): readonly number[] {
  const [first, count] = [bytes.readInt32LE(60), bytes.readInt32LE(64)];
  if (count > most) throw unsound();
  return count <= 0 || first === 0 ? [] : chainFrom(first, next, most).slice(0, count);
}

/** What stands behind a sector in its chain, as the library reads it: nothing where no table speaks of it. */
function nextIn(bytes: Buffer, sectorBytes: number, table: readonly number[], sector: number): number {
  const perSector = sectorBytes / 4;
  const of = table[Math.floor(sector / perSector)];
  if (of === undefined) return endOfChain;
  const at = (of + 1) * sectorBytes + (sector % perSector) * 4;
  if (at < 0 || at + 4 > bytes.length) throw unsound();
  return bytes.readInt32LE(at);
}

/** The sectors of a chain, `most` at most. */
function chainFrom(start: number, next: (sector: number) => number, most: number): readonly number[] {
  const chain: number[] = [];
  for (let sector = start; sector !== endOfChain; sector = next(sector)) {
    chain.push(sector);
    if (chain.length > most + 1) throw unsound();
  }
  return chain;
}

/** Each stream is as long as its chain at most, and no sector is in two of them, so that all chains together are no longer than the table. */
function requireChains(
  streams: readonly Entry[],
  next: (sector: number) => number,
  sectorBytes: number,
  most: number,
): void {
  let left = most;
  for (const { start, size } of streams) {
    const { length } = chainFrom(start, next, left);
    if (size > length * sectorBytes) throw unsound();
    // What is in no table, as in a file whose table was lost, is a chain of one.
    left -= length - 1;
  }
}

function entriesIn(bytes: Buffer, from: number, sectorBytes: number): readonly Entry[] {
  if (from < 0) throw unsound();
  const entries: Entry[] = [];
  for (let at = from; at < from + sectorBytes && at + entryRead <= bytes.length; at += entryBytes) {
    const type = bytes.readUInt8(at + 66);
    const isUsed = [storage, stream, root].includes(type);
    entries.push({
      type,
      links: isUsed ? [68, 72, 76].map((offset) => bytes.readInt32LE(at + offset)) : [],
      start: bytes.readInt32LE(at + 116),
      size: bytes.readInt32LE(at + 120),
    });
  }
  return entries;
}

/** Every entry is in one place: reached twice, it would be walked for ever. */
function requireTree(entries: readonly Entry[]): void {
  const seen = new Set<number>([0]);
  const waiting = [0];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const { links = [] } = entries[index] ?? {};
    for (const link of links) {
      if (link === noEntry) continue;
      if (seen.has(link)) throw unsound();
      seen.add(link);
      waiting.push(link);
    }
  }
}
