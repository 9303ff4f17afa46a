import type { LabMessage, LabRequest } from '../../shared/contract/lab';
import { makePictures } from './image';
import { recognise, takeLanguage } from './ocr/recognise';
import { drawPage, openPdf } from './pdf';
import { readPdfText } from './pdf-text';
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
    case 'pdf-text':
      return readPdfText(request);
    case 'recognise':
      return recognise(request);
    case 'language':
      return takeLanguage(request);
  }
}

/** What is said of a file when it failed in a way nobody has thought of. */
const fallbacks: Readonly<Record<LabRequest['type'], LabProblem['code']>> = {
  image: 'unreadable-image',
  recognise: 'unreadable-image',
  pdf: 'unreadable-pdf',
  'pdf-page': 'unreadable-pdf',
  'pdf-text': 'unreadable-pdf',
  language: 'language-unusable',
};

function listen(port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<LabMessage>) => {
    const { id, request } = data;
    answer(request).then(
      (value) => {
        port.postMessage({ id, ok: true, value });
      },
      (error: unknown) => {
        port.postMessage({
          id,
          ok: false,
          code: error instanceof LabProblem ? error.code : fallbacks[request.type],
        });
      },
    );
  };
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const port = event.ports[0];
  if (event.data === 'holdfast-lab-port' && port !== undefined) listen(port);
});
