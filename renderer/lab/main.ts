import type { LabMessage, LabRequest } from '../../shared/contract/lab';
import { makePictures } from './image';
import { recognise, takeLanguage } from './ocr/recognise';
import { drawPage, openPdf } from './pdf';
import { readPdfText } from './pdf-text';
import { filmPicture } from './video';
import { makePrint } from './prints';
import { LabProblem } from './problem';

/** The lab: gets bytes that strangers made, gives back pixels and numbers. It holds nothing between two requests. */
async function answer(request: LabRequest): Promise<unknown> {
  switch (request.type) {
    case 'image':
      return makePictures(request);
    case 'video':
      return filmPicture(request);
    case 'prints':
      return makePrint(request);
    case 'pdf':
      return openPdf(request);
    case 'pdf-page':
      return drawPage(request);
    case 'pdf-text':
      return readPdfText(request);
    case 'recognise':
      return recognise(request);
    case 'language':
      return takeLanguage(request);
  }
}

/** What is said of a file that made a decoder fail in a way it has no code for. */
const fallbacks: Readonly<Record<LabRequest['type'], LabProblem['code']>> = {
  image: 'unreadable-image',
  video: 'unsupported-preview',
  prints: 'unreadable-image',
  recognise: 'unreadable-image',
  pdf: 'unreadable-pdf',
  'pdf-page': 'unreadable-pdf',
  'pdf-text': 'unreadable-pdf',
  language: 'language-unusable',
};

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
        const fallback = fallbacks[request.type];
        port.postMessage({ id, ok: false, code: error instanceof LabProblem ? error.code : fallback });
      },
    );
  };
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const port = event.ports[0];
  if (event.data === 'holdfast-lab-port' && port !== undefined) listen(port);
});
