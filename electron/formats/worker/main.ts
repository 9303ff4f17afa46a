import { bufferOf } from '../buffer-of';
import { cleanedPicture } from '../clean-picture';
import { readFileSaid } from './file-said';
import type { FactsAnswer, FactsRequest } from '../../../shared/contract/facts-worker';

/**
 * A worker of the lab that reads what files say about themselves, apart from the decoders: one that hangs here takes no picture
 * along. It asks for nothing and answers once.
 */
async function answer(request: FactsRequest): Promise<FactsAnswer> {
  const bytes = bufferOf(request.bytes);
  if (request.work === 'facts') return { said: await readFileSaid(bytes, request.mime, request.info) };
  const clean = await cleanedPicture(bytes, request.mime, request.orientation);
  return { clean: clean === null ? null : Uint8Array.from(clean) };
}

addEventListener('message', ({ data }: MessageEvent<FactsRequest>) => {
  answer(data).then(
    (answered) => {
      postMessage(answered);
    },
    () => {
      postMessage(null);
    },
  );
});
