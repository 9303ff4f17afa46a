import { maxPixels } from '../../shared/contract/lab';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { encode, shrink, toneOf } from './kit/canvas';
import { LabProblem } from './kit/problem';

/** Films often begin in the dark or with a shaken hand; a short one is looked at in its middle. */
const seconds = 1;
const patience = 8000;

/** Draws one frame of a film. What Chromium cannot play has no picture; whoever has it may still have it stored. */
export async function filmPicture(
  request: Extract<LabRequest, { type: 'video' }>,
): Promise<LabAnswer<'video'>> {
  const address = URL.createObjectURL(new Blob([new Uint8Array(request.bytes)], { type: request.mime }));
  const video = document.createElement('video');
  try {
    video.muted = true;
    video.preload = 'auto';
    video.src = address;
    await heard(video, 'loadeddata');
    const { videoWidth: width, videoHeight: height, duration } = video;
    if (width === 0 || height === 0) throw new LabProblem('unsupported-preview');
    if (width * height > maxPixels) throw new LabProblem('file-too-large');
    // A recording that broke off has no end to be measured from.
    if (Number.isFinite(duration) && duration > 0) {
      video.currentTime = Math.min(seconds, duration / 2);
      await heard(video, 'seeked');
    }
    const small = shrink(video, { width, height }, { width: request.thumb, height: request.thumb });
    return { width, height, thumb: await encode(small, 'jpeg', 0.8), tone: toneOf(small) };
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(address);
  }
}

function heard(video: HTMLVideoElement, event: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      reject(new LabProblem('unsupported-preview'));
    };
    const timer = setTimeout(fail, patience);
    video.addEventListener(
      event,
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
    video.addEventListener(
      'error',
      () => {
        clearTimeout(timer);
        fail();
      },
      { once: true },
    );
  });
}
