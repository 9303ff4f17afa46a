/** Where an item came from as a person says it, and through whose hands it went. */
export const provenanceMethods = {} as const;
