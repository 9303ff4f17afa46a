/** Text of evidence: read by machine, corrected by people, searched. */
export const textMethods = {} as const;
