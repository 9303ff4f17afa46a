import { documentOf } from '../print/document';
import { html } from '../print/html';
import { aboutHtml, captionHtml, captionWords, pagesStyle, remarksHtml } from './caption';
import type { Caption } from './caption';
import type { Printed } from './printed';

/** What a page says in the place of an exhibit that has no pages. */
export interface Slip {
  readonly caption: Caption;
  /** `sound recording, audio/mp4`. */
  readonly what: string;
  /** `482,113 bytes`. */
  readonly size: string;
  /** How long a recording is; empty for anything else. */
  readonly length: string;
  /** Why it is not printed, where that is not by what it is; else empty. */
  readonly why: string;
}

/** One page that names an exhibit, so that it is not missed: it is handed over as it is. */
export function slipDocument({ caption, what, size, length, why }: Slip): Printed {
  const body = html`${captionHtml(caption)}
    <section>
      <h3>Handed over as it is</h3>
      <p>This exhibit has no pages here. It is a file, and is handed over as it is.</p>
      ${aboutHtml([
        ['Reference', caption.exhibitRef ?? ''],
        ['What it is', what],
        ['Size', size],
        ['Length', length],
        ['Fingerprint (SHA-256)', caption.sha256],
      ])}
      ${remarksHtml([
        why,
        'Whoever gets the file can compare its fingerprint with the one above: it changes if one bit of the file changes.',
      ])}
    </section>`;
  return { html: documentOf(pagesStyle, body), words: captionWords(caption) };
}
