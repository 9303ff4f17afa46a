import type { LabMessage, LabRequest } from '../../shared/contract/lab';
import { makePictures } from './image';
import { drawPage, openPdf } from './pdf';
import { LabProblem } from './problem';
import { redact } from './redact';
import { checkRedaction } from './redaction-check';

/** The lab: gets bytes that strangers made, gives back pixels and numbers. It holds nothing between two requests. */
async function answer(request: LabRequest): Promise<unknown> {
  switch (request.type) {
    case 'image':
      return makePictures(request);
    case 'pdf':
      return openPdf(request);
    case 'pdf-page':
      return drawPage(request);
    case 'redact':
      return redact(request);
    case 'check-redaction':
      return checkRedaction(request);
  }
}

function listen(port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<LabMessage>) => {
    const { id, request } = data;
    answer(request).then(
      (value) => {
        port.postMessage({ id, ok: true, value });
      },
      (error: unknown) => {
        const isPicture = request.type === 'image' || ('mime' in request && request.page === null);
        const fallback = isPicture ? 'unreadable-image' : 'unreadable-pdf';
        port.postMessage({ id, ok: false, code: error instanceof LabProblem ? error.code : fallback });
      },
    );
  };
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const port = event.ports[0];
  if (event.data === 'holdfast-lab-port' && port !== undefined) listen(port);
});
