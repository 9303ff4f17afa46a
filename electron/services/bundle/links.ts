/**
 * Links to a page of the bundle are written so in what is typeset, and turned into page links when it is put together. Behind
 * it the key of a document or section; `#r10.5` or `#l10.5` where the number of its page is to be drawn, at the right or left
 * of the place, in that size.
 */
export const linkBase = 'https://bundle.invalid/';

/** Said in the place of a page's number: how many pages there are, and the like. */
export const saidKeys = { pages: '=pages' } as const;
