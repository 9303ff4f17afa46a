/** Addresses of pictures; main answers them from the vault's memory. */
export const thumbUrl = (itemId: string): string => `evidence://media/thumb/${itemId}`;
export const previewUrl = (itemId: string): string => `evidence://media/preview/${itemId}`;
export const pageUrl = (itemId: string, page: number): string => `evidence://media/page/${itemId}/${page}`;
/** A page of a redacted copy, by the id of its version. */
export const redactedUrl = (redactionId: string, page: number): string =>
  `evidence://media/redacted/${redactionId}/${page}`;
export const bundlePageUrl = (bundleId: string, page: number): string =>
  `evidence://media/bundle-page/${bundleId}/${page}`;
/** Played piece by piece. */
export const streamUrl = (itemId: string): string => `evidence://media/stream/${itemId}`;
