/** Addresses of pictures; main answers them from the vault's memory. */
export const thumbUrl = (itemId: string): string => `evidence://media/thumb/${itemId}`;
export const previewUrl = (itemId: string): string => `evidence://media/preview/${itemId}`;
export const pageUrl = (itemId: string, page: number): string => `evidence://media/page/${itemId}/${page}`;
export const bundlePageUrl = (bundleId: string, page: number): string =>
  `evidence://media/bundle-page/${bundleId}/${page}`;
/** Played piece by piece. */
export const streamUrl = (itemId: string): string => `evidence://media/stream/${itemId}`;
