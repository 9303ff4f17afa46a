/** Pictures that look alike, and screenshots joined into a run. */
export const likenessMethods = {} as const;
