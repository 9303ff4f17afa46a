/** How often an exhibit was drawn anew since the window opened: another address, so that nothing shows it as it was before. */
const drawn = new Map<string, number>();

/** What is shown of an exhibit lies otherwise now. */
export function drawnAnew(itemId: string): void {
  drawn.set(itemId, (drawn.get(itemId) ?? 0) + 1);
}

function now(itemId: string): string {
  const times = drawn.get(itemId);
  return times === undefined ? '' : `?drawn=${String(times)}`;
}

/** Addresses of pictures; main answers them from the vault's memory. */
export const thumbUrl = (itemId: string): string => `evidence://media/thumb/${itemId}${now(itemId)}`;
export const previewUrl = (itemId: string): string => `evidence://media/preview/${itemId}${now(itemId)}`;
export const pageUrl = (itemId: string, page: number): string =>
  `evidence://media/page/${itemId}/${page}${now(itemId)}`;
/** A page of a redacted copy, by the id of its version. */
export const redactedUrl = (redactionId: string, page: number): string =>
  `evidence://media/redacted/${redactionId}/${page}`;
export const bundlePageUrl = (bundleId: string, page: number): string =>
  `evidence://media/bundle-page/${bundleId}/${page}`;
/** The frame that plays one recording, by the token that main gave for it. */
export const playerUrl = (token: string, withPoster: boolean): string =>
  `player://${token}/${withPoster ? '?poster' : ''}`;
