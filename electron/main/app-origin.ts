/** Where the app's own page comes from: the one origin that main listens to. */
export const appOrigin = 'app://holdfast';
