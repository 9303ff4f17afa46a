/** Redacted copies. */
export const redactionMethods = {} as const;
