/** What stands over every chronology that leaves the office. */
export const accountNote =
  'What happened is given as the client reports it. Letters are the acts listed in section 2A(3) of the Protection from Harassment Act 1997, marked to sort the entries; marking one finds nothing.';
