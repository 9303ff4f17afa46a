import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { ticks } from '../../clock';
import { whileAnyRuns } from '../background';
import type { JobControl, VaultContext } from '../../vault/api';
import { labSource, readItem, readOriginal } from '../items/item-rows';
import { readAgain } from '../evidence/read-again/read-again';
import { keepDescriptor, keepNoDescriptor, withoutDescriptor } from './descriptor-rows';

/** As much of a picture as an import looks into. */
const largest = 100 * 1024 * 1024;
/** Screens hear of new descriptors at most this often, in milliseconds. */
const tellEvery = 4000;
/** So many pictures one after the other that the lab refuses: it is not there. */
const mostRefused = 3;

/** Work that uses the lab while somebody waits for it. */
const first = ['import', 'bundle', 'pack', 'transfer-in', 'redaction'] as const;

/** Faults of the picture itself: trying again would not help. */
const final: readonly ErrorCode[] = [
  'unreadable-image',
  'file-too-large',
  'decoder-timeout',
  'evidence-damaged',
];

/**
 * Looks at every picture that has no descriptor yet, one at a time, and stands back while somebody waits for other work. It can
 * be ended at any moment and goes on with what is left. Gives the cases it has done something for.
 */
export async function makeDescriptors(
  context: VaultContext,
  control: JobControl,
): Promise<ReadonlySet<string>> {
  const waiting = withoutDescriptor(context);
  const touched = new Set<string>();
  let refused = 0;
  let told = ticks();
  control.progress({ total: waiting.length, done: 0, step: 'reading' });
  for (const [index, { id, caseId }] of waiting.entries()) {
    await whileAnyRuns(context.jobs, first);
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    try {
      await readAgain(context, id);
      const bytes = await context.files.readAll(readOriginal(context, id), largest);
      const source = labSource(context, readItem(context, id), bytes);
      keepDescriptor(context, id, await context.lab.ask({ type: 'descriptor', ...source }));
      refused = 0;
    } catch (error) {
      const { code } = reportError(error);
      if (final.includes(code)) keepNoDescriptor(context, id, code);
      else if (code === 'unsupported-preview' && (refused += 1) >= mostRefused) break;
    }
    touched.add(caseId);
    control.progress({ done: index + 1 });
    if (ticks() - told < tellEvery) continue;
    told = ticks();
    context.changed('likeness', caseId);
  }
  return touched;
}
