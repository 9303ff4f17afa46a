import { parentPort } from 'node:worker_threads';
import { readFile } from '../services/evidence/readers/registry';
import { listen } from '../services/evidence/readers/thread-side';

/** What strangers wrote is taken apart in this thread: it can be stopped when it takes too long or too much memory. */
if (parentPort !== null) listen(parentPort, readFile);
