import { parseExhibitRef } from '../../../../shared/domain/exhibit-ref';
import type { Records } from '../records';

type Item = Records['items'][number];
type Redaction = Records['redactions'][number];

/** Ending of a redacted copy's name by its kind. */
const endings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
};

/**
 * A redacted copy as an exhibit of its own, under the id of the copy and the reference that what it is of bears now. It says nothing of the
 * original but its reference: its name, facts, size and what it suggested to be called may hold what was covered.
 */
export function redactedItem(item: Item, exhibitRef: string, copy: Redaction): Item {
  const isPdf = copy.mime === 'application/pdf';
  const title = `${exhibitRef}, redacted copy ${copy.version}`;
  return {
    ...item,
    id: copy.id,
    exhibitRef,
    exhibitNumber: parseExhibitRef(exhibitRef)?.number ?? item.exhibitNumber,
    sha256: copy.sha256,
    parentId: null,
    parentPlace: null,
    fileName: `${exhibitRef.replaceAll(/[^A-Za-z0-9]+/gu, '-')}-redacted.${endings[copy.mime] ?? 'bin'}`,
    suggestedTitle: title,
    kind: isPdf ? 'pdf' : 'image',
    mime: copy.mime,
    importedAt: copy.createdAt,
    preview: 'pending',
    previewReason: null,
    ...{ width: null, height: null, durationMs: null, orientation: 1, pages: null, pageSizes: null },
    ...{ tone: null, edited: false, reading: 'none', readingReason: null },
    facts: [],
    office: copy.office,
    author: copy.author,
    hlc: copy.hlc,
  };
}
