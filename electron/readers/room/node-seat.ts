import { parentPort } from '../kit/node';
import type { MessagePort } from '../kit/node';
import { listen } from './seat-side';
import type { SeatPort } from './seat-side';
import { takeTable } from './table-work';
import { readFile } from '../registry';
import { identifyFile } from './identify-work';

/** A seat in a thread of Node, for tests that run without Chromium: the same readers at the same line. */
const portOf = (port: MessagePort): SeatPort => ({
  post: (message, transfer) => {
    port.postMessage(message, [...transfer]);
  },
  hear: (listener) => port.on('message', listener),
});

if (parentPort !== null)
  listen(portOf(parentPort), { read: readFile, identify: identifyFile, table: takeTable });
