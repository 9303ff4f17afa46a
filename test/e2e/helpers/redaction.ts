import type { Page } from '@playwright/test';
// Says what `window.holdfast` is.
import type {} from '../../../renderer/kit/bridge';

/** Where something is covered, in fractions of the page. */
export interface Place {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Makes a redacted copy of an exhibit with one box and waits for its end; the id of the copy. Throws where none was made. */
export async function makeRedaction(page: Page, itemId: string, place: Place): Promise<string> {
  return page.evaluate(
    async ({ id, at }) => {
      const { holdfast } = window;
      let started = '';
      const ends = new Map<string, { readonly copy: string | null; readonly error: string | null }>();
      const ended = new Promise<string>((resolve, reject) => {
        const settle = (): void => {
          const end = ends.get(started);
          if (end === undefined) return;
          off();
          if (end.copy === null) reject(new Error(end.error ?? 'no copy'));
          else resolve(end.copy);
        };
        const off = holdfast.events.on((event) => {
          if (event.type !== 'job' || event.job.kind !== 'redaction' || event.job.state === 'running') return;
          ends.set(event.job.id, { copy: event.job.resultId, error: event.job.error });
          settle();
        });
        const box = { ...at, reason: 'child' as const, note: '', words: '' };
        void holdfast.redaction.make({ itemId: id, boxes: [box] }).then((answer) => {
          if (answer.ok) started = answer.value.id;
          else reject(new Error(answer.error.code));
          settle();
        });
      });
      return ended;
    },
    { id: itemId, at: place },
  );
}
