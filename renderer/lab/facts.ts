import type { FactsAnswer, FactsRequest } from '../../shared/contract/facts-worker';
import type { FileSaid, PdfInfo } from '../../shared/contract/picture-said';
import { LabProblem } from './kit/problem';

/** Longer than any file takes that is not made to hold it up, in milliseconds. */
const within = 8000;

let worker: Worker | null = null;

/** What a picture or a PDF says about itself. Throws `unreadable-image` when the worker hangs or breaks at it. */
export async function readSaid(
  bytes: Uint8Array,
  mime: string,
  info: PdfInfo | null = null,
): Promise<FileSaid> {
  const answer = await ask({ work: 'facts', bytes, mime, info });
  if (!('said' in answer)) throw new LabProblem('unreadable-image');
  return answer.said;
}

/** A picture without what it says about itself; null where its data cannot be copied as it is. */
export async function cleaned(
  bytes: Uint8Array,
  mime: string,
  orientation: number,
): Promise<Uint8Array | null> {
  const answer = await ask({ work: 'clean', bytes, mime, orientation });
  return 'clean' in answer ? answer.clean : null;
}

function ask(request: FactsRequest): Promise<FactsAnswer> {
  const asked = (worker ??= new Worker('facts-worker.js'));
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      end();
      asked.terminate();
      if (worker === asked) worker = null;
      reject(new LabProblem('unreadable-image'));
    };
    const timer = setTimeout(fail, within);
    const hear = ({ data }: MessageEvent<FactsAnswer | null>): void => {
      end();
      if (data === null) reject(new LabProblem('unreadable-image'));
      else resolve(data);
    };
    function end(): void {
      clearTimeout(timer);
      asked.removeEventListener('message', hear);
      asked.removeEventListener('error', fail);
    }
    asked.addEventListener('message', hear);
    asked.addEventListener('error', fail);
    asked.postMessage(request);
  });
}
