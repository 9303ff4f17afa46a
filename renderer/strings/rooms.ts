/** What the rooms of the casework are called, in the rail and on top of their screens. */
export const roomNames = {
  overview: 'Overview',
  people: 'People and details',
  contacts: 'Contacts and tasks',
  duties: 'What is missing',
  risk: 'Risk and safety',
  protection: 'Orders and bail',
  response: 'Police and court',
  letters: 'Letters and documents',
  calendar: 'Calendar',
  figures: 'Figures',
  retention: 'Keeping and requests',
} as const;
