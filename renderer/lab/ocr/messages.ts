import type { Word } from '../../../shared/models/text';

/** From the lab's page to its worker, one at a time. */
export type WorkerRequest =
  | { readonly type: 'language'; readonly code: string; readonly bytes: Uint8Array }
  | {
      readonly type: 'read';
      /** Pixels of the upright picture, or of a strip of it. */
      readonly rgba: Uint8ClampedArray;
      readonly width: number;
      readonly height: number;
      /** A page of a document keeps the order of its columns; anything else is read from top to bottom. */
      readonly isPage: boolean;
      readonly languages: readonly string[];
    };

/** Words where they stand in what was sent. Lines count from 0, from top to bottom. */
export interface ReadStrip {
  readonly words: readonly Word[];
  readonly engine: string;
}

export type WorkerReply =
  | { readonly ok: true; readonly value: ReadStrip }
  | { readonly ok: false; readonly code: 'unreadable-image' | 'language-unusable' };
