import '../app/no-eval';
import { fromPlayerSchema, toPlayerSchema } from '../../shared/contract/player';
import type { FromPlayer, ToPlayer } from '../../shared/contract/player';

/** The page that this frame stands in; it is told, and listened to, and nobody else is. */
const page = 'app://holdfast';

function tell(message: FromPlayer): void {
  window.parent.postMessage(fromPlayerSchema.parse(message), page);
}

/** A number that may be shown, or null: a length is not known at first, and endless for what is being recorded. */
const known = (seconds: number): number | null => (Number.isFinite(seconds) ? Math.max(0, seconds) : null);

/** Plays the one recording that this frame's own address gives; a sound recording is one without a picture. */
function playerIn(body: HTMLElement): HTMLVideoElement {
  const media = document.createElement('video');
  media.preload = 'metadata';
  media.disablePictureInPicture = true;
  media.disableRemotePlayback = true;
  if (window.location.search === '?poster') media.poster = 'poster';
  const tellState = (): void => {
    tell({
      type: 'state',
      at: known(media.currentTime) ?? 0,
      length: known(media.duration),
      paused: media.paused,
    });
  };
  const changes = ['loadedmetadata', 'durationchange', 'timeupdate', 'seeked', 'play', 'pause', 'ended'];
  for (const name of changes) media.addEventListener(name, tellState);
  media.addEventListener('error', () => {
    tell({ type: 'failed' });
  });
  media.src = 'media';
  body.append(media);
  return media;
}

function obey(media: HTMLVideoElement, message: ToPlayer): void {
  switch (message.type) {
    case 'play':
      media.play().catch(() => undefined);
      return;
    case 'pause':
      media.pause();
      return;
    case 'seek':
      media.currentTime = message.to;
      return;
    case 'speed':
      media.playbackRate = message.speed;
      return;
    case 'volume':
      media.volume = message.volume;
      return;
    case 'there':
      tell({ type: 'here' });
      return;
  }
}

const media = playerIn(document.body);
window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (event.source !== window.parent || event.origin !== page) return;
  const message = toPlayerSchema.safeParse(event.data);
  if (message.success) obey(media, message.data);
});
