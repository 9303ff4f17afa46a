import type { Channel } from '../models/chronology';

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
