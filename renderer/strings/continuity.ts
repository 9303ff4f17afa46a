/** What was done with the pages of an exhibit, without its doer. */
export const pagesStep = {
  opened: 'The PDF was opened with its password; the original stayed as it is',
  turned: 'Pages were turned for showing and printing, or turned back; the original stayed as it is',
} as const;

/** Beside a handover that later rows put right: two, where two offices did. */
export const putRightText = (corrections: number): string =>
  corrections === 1 ? 'put right below' : `put right below, by ${corrections} rows`;
