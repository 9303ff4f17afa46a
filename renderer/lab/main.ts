import type { LabMessage, LabRequest } from '../../shared/contract/lab';
import { makePictures } from './image';
import { drawPage, openPdf } from './pdf';
import { LabProblem } from './problem';

/** The lab: gets bytes that strangers made, gives back pixels and numbers. It holds nothing between two requests. */
async function answer(request: LabRequest): Promise<unknown> {
  switch (request.type) {
    case 'image':
      return makePictures(request);
    case 'pdf':
      return openPdf(request);
    case 'pdf-page':
      return drawPage(request);
  }
}

/** One after the other: the next request is here already when one ends, but never worked on beside it. */
let last: Promise<unknown> = Promise.resolve();

function listen(port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<LabMessage>) => {
    const { id, request } = data;
    const answered = last.then(() => answer(request));
    last = answered.catch(() => undefined);
    answered.then(
      (value) => {
        port.postMessage({ id, ok: true, value });
      },
      (error: unknown) => {
        const fallback = request.type === 'image' ? 'unreadable-image' : 'unreadable-pdf';
        port.postMessage({ id, ok: false, code: error instanceof LabProblem ? error.code : fallback });
      },
    );
  };
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const port = event.ports[0];
  if (event.data === 'holdfast-lab-port' && port !== undefined) listen(port);
});
