import { appOrigin } from './app-origin';

/** A frame as Electron tells of it. */
interface Frame {
  readonly url: string;
  readonly parent: object | null;
}

/**
 * True for what the frames of a window may ask for. A player asks for what lies at its own address alone; the page reaches a
 * player only by opening its frame. Told by main, so that it holds for a process that has been taken over, too.
 */
export function mayAsk(asked: {
  readonly url: string;
  readonly resourceType: string;
  readonly frame?: Frame | null | undefined;
}): boolean {
  const { protocol, host } = new URL(asked.url);
  // What asks without a frame is main itself.
  const { frame = null } = asked;
  if (frame === null || asked.resourceType === 'subFrame') return true;
  if (frame.parent === null) return protocol !== 'player:';
  const own = URL.canParse(frame.url) ? new URL(frame.url) : null;
  return protocol === 'player:' && own?.protocol === 'player:' && own.host === host;
}

/** True when the app's own page opens a player in a frame that shows nothing yet: the one way that a frame goes anywhere. */
export function isPlayerOpening(event: {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly frame: Frame | null;
  readonly initiator?: Frame | null | undefined;
}): boolean {
  const { frame, initiator, isMainFrame, url } = event;
  if (isMainFrame || frame === null || !URL.canParse(url) || new URL(url).protocol !== 'player:')
    return false;
  if (initiator === undefined || initiator === null || initiator.parent !== null) return false;
  const { protocol, host } = new URL(initiator.url);
  return `${protocol}//${host}` === appOrigin && (frame.url === '' || frame.url === 'about:blank');
}
