import { parentPort, workerData } from 'node:worker_threads';
import { cleanPdf } from '../services/pdf-copy/clean-pdf';
import type { CleanInput } from '../services/pdf-copy/clean-pdf';

/** One stranger's PDF, one thread: it can be stopped when it takes too long or too much memory. */
async function run(): Promise<void> {
  // Written by electron/services/pdf-copy/run-worker.ts, and by nothing else: this thread has no other visitor.
  parentPort?.postMessage(await cleanPdf(workerData as CleanInput));
}

void run();
