import { parentPort, workerData } from 'node:worker_threads';
import { cleanPdf } from '../services/bundle/clean-pdf';

/** One stranger's PDF, one thread: it can be stopped when it takes too long or too much memory. */
async function run(): Promise<void> {
  const input: unknown = workerData;
  if (!(input instanceof Uint8Array)) throw new TypeError('bytes expected');
  parentPort?.postMessage(await cleanPdf(input));
}

void run();
