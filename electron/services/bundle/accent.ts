/** The colour of links and lines, as it is written in a page's content (#0b4f58). */
export const accent = '0.043 0.31 0.345';
