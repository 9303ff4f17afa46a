import type { CheckId, ProvenanceWay } from '../../shared/models/provenance';
import { checkNames, wayWords } from '../../shared/records/words/provenance-words';

export const wayText = (way: ProvenanceWay): string => wayWords[way];
export const wayOptions = (Object.keys(wayWords) as ProvenanceWay[]).map((id) => ({
  id,
  label: wayWords[id],
}));

interface CheckWords {
  readonly question: string;
  /** One or two words for a chip, as what is there and as what is missing. */
  readonly short: string;
  /** How to get what is missing. */
  readonly hint: string;
}

/** The questions of domain 3.1, each with what helps when the answer is no. */
const checks: Readonly<Record<CheckId, Omit<CheckWords, 'short'>>> = {
  sender: {
    question: 'Can you see who sent it?',
    hint: 'Ask for a screenshot from the top of the conversation, where the name stands.',
  },
  identifier: {
    question: 'Can you see the number, handle or address itself?',
    hint: 'A name is only what the client saved. Ask for a screenshot of the contact card or profile, with the number, handle or web address.',
  },
  date: {
    question: 'Can you see the date?',
    hint: 'Ask to scroll up to the last date in the conversation and take that too, or to hold the message for its details.',
  },
  time: {
    question: 'Can you see the time?',
    hint: 'On many phones a swipe to the left shows the times; in others, holding a message shows its details.',
  },
  context: {
    question: 'Can you see what came before and after?',
    hint: 'Ask for the screens before and after, or an export of the whole conversation. One message alone is easily called out of context.',
  },
  overlap: {
    question: 'Does it overlap the screenshot before it?',
    hint: 'Ask for screenshots in which the last message of one is the first of the next, so that nobody can say something was left out.',
  },
  device: {
    question: 'Is it known whose device it was?',
    hint: 'Ask whose phone or computer it was, and write it above.',
  },
  captured_by: {
    question: 'Is it known who took it?',
    hint: 'Whoever pressed the button can be asked about it as a witness. Write it above.',
  },
  capture_time: {
    question: 'Is it known when it was taken, and from what?',
    hint: 'Look at the facts: where no source names the time, ask the client and choose the date with a reason.',
  },
};
export const checkWords = (id: CheckId): CheckWords => ({ ...checks[id], short: checkNames[id] });
