/** Recordings: what the page needs to play them. */
export const mediaMethods = {} as const;
