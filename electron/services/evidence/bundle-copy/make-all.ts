import { HoldfastError, reportError } from '../../../../shared/errors';
import type { ErrorCode } from '../../../../shared/errors';
import { startInBackground, whileAnyRuns } from '../../background';
import type { JobControl, VaultContext } from '../../../vault/api';
import { readAgain } from '../read-again/read-again';
import { readTexts, waitingForText } from '../read-again/read-texts';
import { waitingForReading } from '../read-again/wanted';
import { pdfCopy } from '../../pdf-copy/stored';
import { readShown } from '../../items/shown-as';
import { bundlePicture } from './make-copy';
import { markFailed, noMoreWanted, waitingForCopy, wantMissing } from './wanted';

/** Work that uses the lab or goes through all files while somebody waits for it. */
const first = ['import', 'bundle', 'pack', 'transfer-in', 'redaction', 'check', 'backup'] as const;

/** Faults of the file itself: trying again would not help. */
const final: readonly ErrorCode[] = [
  'unreadable-image',
  'file-too-large',
  'decoder-timeout',
  'evidence-damaged',
  'unreadable-pdf',
  'encrypted-file',
  'certificate-locked',
];

/** Makes the copies that bundles will need, in the background, so that a bundle need not wait for them. */
export function startMakingCopies(context: VaultContext): void {
  startInBackground(context, {
    kind: 'copies',
    after: ['import', 'transfer-in'],
    isWaiting: () => {
      wantMissing(context);
      const waiting = [waitingForReading(context), waitingForText(context), waitingForCopy(context)];
      return waiting.some(({ length }) => length > 0);
    },
    run: async (control) => {
      await readPicturesAgain(context, control);
      await readTexts(context, waitingForText(context), control.signal, () =>
        whileAnyRuns(context.jobs, first),
      );
      await makeCopies(context, control);
    },
  });
}

/** Pictures of which pages and turn are still to be worked out, before copies are made of them. */
export async function readPicturesAgain(context: VaultContext, control: JobControl): Promise<void> {
  const waiting = waitingForReading(context);
  control.progress({ total: waiting.length, done: 0, step: 'previews' });
  for (const [index, itemId] of waiting.entries()) {
    await whileAnyRuns(context.jobs, first);
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    try {
      await readAgain(context, itemId);
    } catch (error) {
      // Erased meanwhile. Anything else (no lab, no room on the disk) stands in the way of the next one too.
      if (reportError(error).code !== 'not-found') throw error;
    }
    control.progress({ done: index + 1 });
  }
}

/** One picture after the other; it can be ended at any moment and goes on with what is left. */
export async function makeCopies(context: VaultContext, control: JobControl): Promise<void> {
  const waiting = waitingForCopy(context);
  control.progress({ total: waiting.length, done: 0, step: 'previews' });
  for (const [index, { id: itemId, kind }] of waiting.entries()) {
    await whileAnyRuns(context.jobs, first);
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    try {
      await (kind === 'pdf' ? copyPdf(context, itemId) : bundlePicture(context, itemId));
    } catch (error) {
      const { code } = reportError(error);
      // No lab, or no room on the disk: another day.
      if (code !== 'not-found' && !final.includes(code)) throw error;
      markFailed(context, itemId, code);
    }
    control.progress({ done: index + 1 });
  }
}

async function copyPdf(context: VaultContext, itemId: string): Promise<void> {
  await readAgain(context, itemId);
  await pdfCopy(context, readShown(context, itemId));
  noMoreWanted(context, itemId);
}
