/** Beside a handover that later rows put right: two, where two offices did. */
export const putRightText = (corrections: number): string =>
  corrections === 1 ? 'put right below' : `put right below, by ${corrections} rows`;
