export const unmarked = 'no act marked';
