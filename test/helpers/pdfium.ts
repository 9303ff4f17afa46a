import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeDecoderFrom, withPdf } from '../../renderer/lab/pdfium/engine';
import { lookForHidden } from '../../renderer/lab/pdfium/hidden';
import { isLetter, lettersOf } from '../../renderer/lab/pdfium/letters';
import { withSheet } from '../../renderer/lab/pdfium/sheet';
import type { HiddenReason } from '../../renderer/lab/pdfium/apart';

const root = join(import.meta.dirname, '../..');

/** A PDF of the fixtures. */
export function fixturePdf(name: string): Buffer {
  return readFileSync(join(root, 'test/fixtures/pdf', name));
}

/** Lets PDFium run without the lab's page, which would fetch it from its own folder. */
export function useDecoderOfPackage(): void {
  takeDecoderFrom(() => {
    const bytes = readFileSync(join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'));
    return Promise.resolve(new Uint8Array(bytes).buffer);
  });
}

export interface LookedAt {
  readonly reason: HiddenReason | null;
  /** Letters nobody sees, and those that are seen, without the spaces between. */
  readonly unseen: string;
  readonly seen: string;
}

/** What the lab finds hidden on each page. */
export function lookAt(bytes: Uint8Array): Promise<readonly (LookedAt | null)[]> {
  return withPdf(bytes, async (file) => {
    const found: (LookedAt | null)[] = [];
    for (let index = 0; index < file.pages; index += 1) {
      found.push(
        await withSheet(file, index, (sheet) => {
          const runs = lettersOf(sheet);
          const { reason, unseen } = lookForHidden(sheet, runs);
          const letters = runs.filter(isLetter);
          const text = (some: typeof letters): string => some.map((each) => each.text).join('');
          return {
            reason,
            unseen: text(letters.filter((each) => unseen.has(each))),
            seen: text(letters.filter((each) => !unseen.has(each))),
          };
        }),
      );
    }
    return found;
  });
}
