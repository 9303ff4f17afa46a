import { standingOf, ukDay } from '../../shared/domain/dates/standing';
import { counted } from './counts';
import { printMoment } from './dates';

/** What must be answered before a vault is opened. Times in milliseconds since 1970 UTC. */
export type OpeningQuestion =
  { readonly is: 'clock'; readonly from: number; readonly to: number } | { readonly is: 'place' };

/** By how much the clock jumped since the vault was last used: `9 days later`, `2,451 days earlier`. */
export function jumpText(from: number, to: number): string {
  const [before, after] = [ukDay(new Date(from)), ukDay(new Date(to))];
  const { days } = standingOf(after, before);
  return `${counted(days, 'day', 'days')} ${to < from ? 'earlier' : 'later'}`;
}

export const clockWords = {
  title: 'Is this computer’s clock right?',
  why: 'Everything you write is dated by it. Nothing is opened or written until you have looked.',
  from: 'The vault was last used',
  to: 'The clock now says',
  moment: (at: number) => printMoment(new Date(at).toISOString()),
  how: 'If it is wrong, set it first: right-click the time in the corner of the screen and choose “Adjust date and time”, or ask whoever looks after the computer.',
  right: 'The clock is right',
  again: 'I have set it: look again',
};

export const placeWords = {
  title: 'Was this vault moved, or is it a copy?',
  why: 'Its folder is not the one it was in before. If two copies are worked in as if they were one, two files can get the same exhibit reference.',
  moved: 'It was moved',
  movedHint: 'This is the only one that is used. The old folder is gone or put away.',
  copy: 'It is a copy',
  copyHint:
    'The other one may still be used, or you are not sure. New exhibit references made here get a mark in their initials, which you see, and may change, before it is first used.',
};
