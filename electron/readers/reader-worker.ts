import { parentPort } from './kit/node';
import { readFile } from './registry';
import { listen } from './thread-side';

/** What strangers wrote is taken apart in this thread: it can be stopped when it takes too long or too much memory. */
if (parentPort !== null) listen(parentPort, readFile);
