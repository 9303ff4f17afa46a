/** What the box with the rule of safe contact says. */
export const safeContactText = {
  title: 'Safe contact',
  numbers: 'Numbers',
  times: 'Times',
  nameToUse: 'Name to use',
  codeWord: 'Code word',
  show: 'Show the code word',
  hide: 'Hide it',
  texts: 'Texts safe',
  voicemail: 'Voicemail safe',
  email: 'E-mail safe',
  notes: 'Notes',
  answer: (value: boolean | null): string => (value === null ? 'Not known' : value ? 'Yes' : 'No'),
  showAll: 'Show all',
  showLess: 'Show less',
} as const;
