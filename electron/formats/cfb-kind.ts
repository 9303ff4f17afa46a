import type { RandomAccess } from './random-access';
import type { Buffer } from './node';

/** Sectors of the directory that are looked at: each names four or thirty-two streams. */
const mostSectors = 64;

const kinds: readonly (readonly [stream: string, mime: string])[] = [
  ['__properties_version1.0', 'application/vnd.ms-outlook'],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  // An Office Open XML document behind a password lies in one of these ([MS-OFFCRYPTO] 1.3.2).
  ['EncryptedPackage', 'application/x-encrypted-office'],
];

/** What a compound file ([MS-CFB]) is, by the names of its streams; `application/x-cfb` when they say nothing. */
export async function cfbMime(head: Buffer, file: RandomAccess): Promise<string> {
  const names = await streamNames(head, file).catch(() => new Set<string>());
  return kinds.find(([stream]) => names.has(stream))?.[1] ?? 'application/x-cfb';
}

async function streamNames(head: Buffer, file: RandomAccess): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  if (head.length < 512) return names;
  const shift = head.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return names;
  const size = 2 ** shift;
  const sectorAt = (number: number): number => (number + 1) * size;
  let sector = head.readUInt32LE(48);
  for (let count = 0; count < mostSectors && sector < 0xfffffffa; count += 1) {
    const bytes = await file.read(sectorAt(sector), sectorAt(sector) + size);
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const length = Math.min(64, bytes.readUInt16LE(at + 64));
      if (length > 2) names.add(bytes.toString('utf16le', at, at + length - 2));
    }
    // The first 109 sectors of the allocation table are listed in the header ([MS-CFB] 2.2), enough for 6 MB and more.
    const perSector = size / 4;
    const index = Math.floor(sector / perSector);
    if (index >= 109) break;
    const table = sectorAt(head.readUInt32LE(76 + index * 4)) + (sector % perSector) * 4;
    const next = await file.read(table, table + 4);
    if (next.length < 4) break;
    sector = next.readUInt32LE(0);
  }
  return names;
}
