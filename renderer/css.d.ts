/** Styles are bundled beside the code; importing one has no value. */
declare module '*.css';
