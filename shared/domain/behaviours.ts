import type { Behaviour, Channel } from '../models/chronology';

/**
 * Protection from Harassment Act 1997, section 2A(3)(a) to (g), in force 25 November 2012; law as at 26 November 2026.
 * The list gives examples and is not exhaustive; to mark one is to sort an entry, not to find an offence.
 */
export const behaviourLawAsAt = '2026-11-26';

export interface BehaviourInfo {
  /** As printed: `(a)`. */
  readonly code: string;
  /** One or two words for a chip. */
  readonly short: string;
  /** The words of the Act. */
  readonly statute: string;
}

const table: Readonly<Record<Behaviour, BehaviourInfo>> = {
  a: { code: '(a)', short: 'following', statute: 'following a person' },
  b: {
    code: '(b)',
    short: 'contacting',
    statute: 'contacting, or attempting to contact, a person by any means',
  },
  c_i: {
    code: '(c)(i)',
    short: 'publishing about',
    statute: 'publishing any statement or other material relating or purporting to relate to a person',
  },
  c_ii: {
    code: '(c)(ii)',
    short: 'publishing as',
    statute: 'publishing any statement or other material purporting to originate from a person',
  },
  d: {
    code: '(d)',
    short: 'monitoring',
    statute:
      'monitoring the use by a person of the internet, email or any other form of electronic communication',
  },
  e: { code: '(e)', short: 'loitering', statute: 'loitering in any place (whether public or private)' },
  f: {
    code: '(f)',
    short: 'interfering with property',
    statute: 'interfering with any property in the possession of a person',
  },
  g: { code: '(g)', short: 'watching or spying', statute: 'watching or spying on a person' },
  other: {
    code: 'other',
    short: 'other conduct',
    statute:
      'other conduct, such as entering premises, or giving or leaving anything; the list in the Act gives examples',
  },
};

export function behaviourInfo(behaviour: Behaviour): BehaviourInfo {
  return table[behaviour];
}

const channelWords: Readonly<Record<Channel, string>> = {
  in_person: 'in person',
  call: 'call',
  voicemail: 'voicemail',
  text: 'text message',
  whatsapp: 'WhatsApp',
  email: 'e-mail',
  social: 'social media message',
  post: 'letter or parcel',
  gift: 'gift',
  vehicle: 'vehicle',
  device_or_tracker: 'device or tracker',
  third_party: 'through another person',
  legal_process: 'through a court or agency',
  online_post: 'post online',
  property: 'at property',
  other: 'other',
};

export function channelText(channel: Channel): string {
  return channelWords[channel];
}
