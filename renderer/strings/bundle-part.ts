/** Printing a part of a conversation. */
export const partText = {
  all: 'all of it',
  some: (rows: string): string => `messages ${rows}`,
  open: (ref: string): string => `Which messages of ${ref} are printed`,
  title: 'Which messages are printed',
  hint: 'Its pages say which are printed and that the others are in the file. What is not printed does not leave with the bundle.',
  label: 'Messages',
  labelHint: 'By their numbers, for example: 120 to 180, 200. Empty for all of them.',
  wrong: 'Write numbers, such as 120 to 180, 200.',
  save: 'Print these',
} as const;
