import { createHash } from 'node:crypto';
import type { CopyForm } from '../../../shared/models/provenance';
import { sheetOf } from '../../../shared/domain/redaction/picture-sheet';
import { HoldfastError } from '../../../shared/errors';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { StoredFile, VaultContext } from '../../vault/api';
import type { PdfReport } from '../pdf-copy/report';
import { pdfCopy } from '../pdf-copy/stored';
import { exportName } from '../items/export-name';
import { labSource, readItem, readOriginal, readOrientation } from '../items/item-rows';
import { straightenedOf } from '../items/made-straight';
import { readShown } from '../items/shown-as';
import { readAgain } from '../evidence/read-again/read-again';
import { writePicturePdf } from '../redaction/picture-pdf';
import type { PicturePage } from '../redaction/picture-pdf';
import { saveBytes, saveCopy } from '../print/save-copy';

/** Formats whose container lets details be taken out while the picture's own data is copied as it is. */
const cleanedLosslessly: readonly string[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** A copy is made in memory; pictures of this size are beyond what any phone makes. */
const largestPicture = 100 * 1024 * 1024;
/** Larger than any picture the lab decodes: the copy keeps every pixel. */
const anySize = 100_000;

/** A copy without details, what was done to make it, in order, and the form it has. */
export interface CleanCopy {
  readonly bytes: Uint8Array;
  readonly operations: readonly string[];
}

type Kind = Pick<EvidenceItem, 'kind' | 'mime' | 'pages'>;

/** The ending of a copy's name where it is not the original's. */
function endingOf({ kind, mime, pages }: Kind, form: CopyForm): string | null {
  if (form === 'original') return null;
  if (kind === 'pdf' || (kind === 'image' && (pages ?? 1) > 1)) return '.pdf';
  const same: Readonly<Record<string, string>> = {
    'image/jpeg': '.jpg',
    'image/png': '.png',
    'image/webp': '.webp',
    'image/gif': '.gif',
  };
  return same[mime] ?? '.jpg';
}

/** The name a copy starts with: see export-name.ts. */
export function copyName(context: Pick<VaultContext, 'db'>, id: string, form: CopyForm): string {
  const item = readItem(context, id);
  const ending = endingOf(item, form);
  return exportName(ending === null ? item : { ...item, fileName: `copy${ending}` });
}

/**
 * Saves a copy outside the vault. A `clean` one is a derivative: the record of acts keeps its fingerprint, that of the
 * original it was made from, and what was done (domain 3.2). Throws `unsupported-preview` for kinds without a clean form.
 */
export async function saveItemCopy(
  context: VaultContext,
  { id, path, form }: { readonly id: string; readonly path: string; readonly form: CopyForm },
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  if (form === 'clean') await readAgain(context, id);
  const item = readItem(context, id);
  const original = readOriginal(context, id);
  const detail = { exhibit: item.exhibitRef, form, parent: original.sha256 };
  if (form === 'original') {
    const saved = await saveCopy(context, original, path);
    const made = { ...detail, sha256: saved.sha256, bytes: saved.bytes };
    context.act({ action: 'evidence.save-copy', subject: id, detail: made }, () => undefined);
    context.changed('evidence', item.caseId);
    return saved;
  }
  const { bytes, operations } = await makeCleanCopy(context, item, original);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await saveBytes(bytes, sha256, path);
  const made = { ...detail, sha256, bytes: bytes.length, operations: operations.join(', ') };
  context.act({ action: 'evidence.save-copy', subject: id, detail: made }, () => undefined);
  context.changed('evidence', item.caseId);
  return { bytes: bytes.length, sha256 };
}

/** A copy of a picture or PDF that says nothing of itself. Throws `unsupported-preview` for other kinds, and what the lab throws. */
export async function makeCleanCopy(
  context: VaultContext,
  item: EvidenceItem,
  original: StoredFile,
): Promise<CleanCopy> {
  if (item.kind === 'pdf') {
    const { bytes, report } = await pdfCopy(context, readShown(context, item.id));
    return { bytes, operations: pdfOperations(report) };
  }
  if (item.kind !== 'image') throw new HoldfastError('unsupported-preview');
  const bytes = await context.files.readAll(original, largestPicture);
  if ((item.pages ?? 1) > 1) return cleanPages(context, item, bytes);
  const straightened = straightenedOf(context, item.id);
  if (straightened === 0 && cleanedLosslessly.includes(item.mime)) {
    const orientation = readOrientation(context, item.id);
    const clean = await context.lab.ask({ type: 'clean', bytes, mime: item.mime, orientation });
    if (clean.bytes !== null) return { bytes: clean.bytes, operations: ['take details out'] };
    // Not built as its format says: what can be drawn is drawn anew, what cannot be is refused there.
  }
  const drawn = await context.lab.ask({
    type: 'image',
    ...labSource(context, item, bytes),
    thumb: 32,
    rendition: { maxWidth: anySize, maxHeight: anySize, format: item.mime === 'image/png' ? 'png' : 'jpeg' },
  });
  if (drawn.rendition === null) throw new HoldfastError('unreadable-image');
  const first = item.pictures === null ? [] : [`keep the first of ${item.pictures} pictures`];
  const level = straightened === 0 ? [] : ['straighten'];
  return {
    bytes: drawn.rendition.bytes,
    operations: ['decode', ...first, 'turn upright', ...level, 'draw anew'],
  };
}

/** Every page of a scan, drawn anew, as a PDF of pictures: no other form shows all of them everywhere. */
async function cleanPages(context: VaultContext, item: EvidenceItem, bytes: Buffer): Promise<CleanCopy> {
  async function* pages(): AsyncGenerator<PicturePage> {
    for (let page = 1; page <= (item.pages ?? 1); page += 1) {
      const { rendition } = await context.lab.ask({
        type: 'image',
        ...labSource(context, item, bytes, page),
        thumb: 32,
        rendition: { maxWidth: anySize, maxHeight: anySize, format: 'jpeg' },
      });
      if (rendition === null) throw new HoldfastError('unreadable-image');
      const { points } = sheetOf(rendition);
      yield { points, bytes: Buffer.from(rendition.bytes), mime: rendition.mime };
    }
  }
  const parts: Uint8Array[] = [];
  for await (const part of writePicturePdf(pages())) parts.push(part);
  return {
    bytes: Buffer.concat(parts),
    operations: ['decode', 'turn upright', 'draw every page anew', 'put together as a PDF'],
  };
}

function pdfOperations({ named }: PdfReport): readonly string[] {
  const pages = named.map(({ page, reason }) => `page ${page} as a picture (${reason})`);
  return ['keep the pages as they are seen', 'take details out of their pictures', ...pages];
}
