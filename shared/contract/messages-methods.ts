/** Messages and calls read from exports: filtered, counted, cited. */
export const messagesMethods = {} as const;
