import type { EvidenceKind } from '../../models/evidence';
import type { NewFact } from './new-fact';

const words: Readonly<Record<EvidenceKind, string>> = {
  image: 'Picture',
  pdf: 'PDF document',
  audio: 'Sound recording',
  video: 'Video',
  email: 'E-mail',
  messages: 'Messages',
  table: 'Table',
  text: 'Text file',
  contact: 'Contact',
  document: 'Document',
  archive: 'Archive',
  other: 'File',
};

/** The name of an app may be longer. */
const longest = 200;

/** A first description of an item, from what its file says: `Screenshot, WhatsApp`. The advocate can change it. */
export function suggestTitle(input: {
  readonly kind: EvidenceKind;
  readonly mime: string;
  readonly facts: readonly NewFact[];
}): string {
  return inWords(input).slice(0, longest).trim();
}

function inWords(input: Parameters<typeof suggestTitle>[0]): string {
  const { kind, mime, facts } = input;
  const value = (field: NewFact['field']): string | undefined =>
    facts.find((fact) => fact.field === field)?.value;
  const app = value('app');
  const after = app === undefined ? '' : `, ${app}`;
  if (kind === 'pdf') return 'PDF document';
  if (kind === 'image') {
    if (value('screenshot') !== undefined) return `Screenshot${after}`;
    return value('device') === undefined ? `Picture${after}` : 'Photograph';
  }
  if (mime.startsWith('image/')) return 'Picture that cannot be shown';
  return `${words[kind]}${kind === 'audio' || kind === 'video' ? after : ''}`;
}
