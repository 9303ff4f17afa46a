/** Imports that were interrupted or left something out. */
export const importsMethods = {} as const;
