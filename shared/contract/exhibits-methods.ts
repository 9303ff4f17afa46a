/** Who produces exhibits, their references, labels and certificates. */
export const exhibitsMethods = {} as const;
