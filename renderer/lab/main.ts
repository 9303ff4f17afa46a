import type { LabMessage, LabRequest } from '../../shared/contract/lab';
import { examine } from './examine';
import { cleaned, readSaid } from './facts';
import { makePictures } from './image';
import { recognise, takeLanguage } from './recognise';
import { drawPage, openPdf } from './pdf';
import { cleanPages } from './pdf-clean';
import { comparePages } from './pdf-compare';
import { beReady, readFinished } from './pdf-finished';
import { listHeld, takeHeld } from './pdf-held';
import { openAnew } from './pdf-open';
import { readPdfText } from './pdf-text';
import { filmPicture } from './video';
import { makeDescriptor } from './descriptor';
import { LabProblem } from './kit/problem';
import { redact } from './redact';
import { checkRedaction } from './redaction-check';

/** The lab: gets bytes that strangers made, gives back pixels and numbers. It holds nothing between two requests. */
async function answer(request: LabRequest): Promise<unknown> {
  switch (request.type) {
    case 'facts':
      return readSaid(request.bytes, request.mime);
    case 'examine':
      return examine(request);
    case 'clean':
      return { bytes: await cleaned(request.bytes, request.mime, request.orientation) };
    case 'image':
      return makePictures(request);
    case 'video':
      return filmPicture(request);
    case 'descriptor':
      return makeDescriptor(request);
    case 'pdf':
      return openPdf(request);
    case 'pdf-page':
      return drawPage(request);
    case 'pdf-open':
      return openAnew(request);
    case 'pdf-held':
      return listHeld(request);
    case 'pdf-file':
      return takeHeld(request);
    case 'pdf-text':
      return readPdfText(request);
    case 'pdf-clean':
      return cleanPages(request);
    case 'pdf-compare':
      return comparePages(request);
    case 'pdf-finished':
      return readFinished(request);
    case 'pdf-ready':
      return beReady(request);
    case 'recognise':
      return recognise(request);
    case 'language':
      return takeLanguage(request);
    case 'redact':
      return redact(request);
    case 'check-redaction':
      return checkRedaction(request);
  }
}

/** What is said of a file that made a decoder fail in a way it has no code for. */
function fallback(request: LabRequest): LabProblem['code'] {
  switch (request.type) {
    case 'facts':
    case 'examine':
    case 'clean':
    case 'image':
    case 'descriptor':
      return 'unreadable-image';
    case 'video':
      return 'unsupported-preview';
    case 'recognise':
    case 'redact':
    case 'check-redaction':
      return request.mime === 'application/pdf' ? 'unreadable-pdf' : 'unreadable-image';
    case 'pdf':
    case 'pdf-page':
    case 'pdf-open':
    case 'pdf-held':
    case 'pdf-file':
    case 'pdf-text':
    case 'pdf-clean':
    case 'pdf-compare':
    case 'pdf-finished':
    case 'pdf-ready':
      return 'unreadable-pdf';
    case 'language':
      return 'language-unusable';
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
        port.postMessage({
          id,
          ok: false,
          code: error instanceof LabProblem ? error.code : fallback(request),
        });
      },
    );
  };
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const port = event.ports[0];
  if (event.data === 'holdfast-lab-port' && port !== undefined) listen(port);
});
