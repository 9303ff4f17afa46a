/** What is said before the words of a recovery kit go to a printer. */
export const printingText = {
  title: 'Before you print',
  points: [
    'Use a printer of your own that is joined to this computer by a cable. A printer in a network, at work or in a shop may keep what it prints, and so may the computer that passes it on.',
    'Do not choose “Print to PDF” or “Save as PDF”: that leaves the words in a file. If it happened, delete the file and empty the bin.',
    'This computer may keep what waits for the printer until it is printed. If nothing comes out, delete it from the printer’s list, and switch off the printer to empty its memory.',
    'If you have no such printer, write the words down by hand.',
  ],
} as const;
