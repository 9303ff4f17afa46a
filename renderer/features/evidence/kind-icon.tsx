import {
  Contact,
  File,
  FileArchive,
  FileImage,
  FileSpreadsheet,
  FileText,
  Film,
  Mail,
  MessagesSquare,
  Mic,
  NotebookText,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { EvidenceKind } from '../../../shared/models/evidence';

const icons: Readonly<Record<EvidenceKind, LucideIcon>> = {
  image: FileImage,
  pdf: FileText,
  audio: Mic,
  video: Film,
  email: Mail,
  messages: MessagesSquare,
  table: FileSpreadsheet,
  text: NotebookText,
  contact: Contact,
  document: FileText,
  archive: FileArchive,
  other: File,
};

/** Beside words that say the same: never alone. */
export function KindIcon({ kind }: { readonly kind: EvidenceKind }) {
  const Icon = icons[kind];
  return <Icon aria-hidden />;
}
