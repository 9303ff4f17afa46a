import type { FileSaid, PdfInfo } from './picture-said';

/** What the lab's page asks of its worker that reads what files say (electron/formats/worker), one thing at a time. */
export type FactsRequest =
  | {
      readonly work: 'facts';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly info: PdfInfo | null;
    }
  | {
      readonly work: 'clean';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly orientation: number;
    };

/** Null in place of it: it could not be done. */
export type FactsAnswer = { readonly said: FileSaid } | { readonly clean: Uint8Array | null };
