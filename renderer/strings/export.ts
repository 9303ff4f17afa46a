import type { UiInput } from '../../shared/contract/ui-methods';
import type { ExportFormat } from '../../shared/models/chronology-export';

const cards: Readonly<Record<ExportFormat, { readonly label: string; readonly description: string }>> = {
  pdf: { label: 'PDF', description: 'To print or to hand over.' },
  docx: { label: 'Word (.docx)', description: 'A table to go on writing in.' },
  csv: { label: 'Table (CSV)', description: 'The chosen fields, for a spreadsheet.' },
  'csv-full': {
    label: 'Everything, as a table (CSV)',
    description: 'Holdfast can read it back; nothing is lost.',
  },
  'json-full': {
    label: 'Everything, as JSON',
    description: 'Holdfast can read it back, with what is known of people, places and orders.',
  },
};
export const formatCards = (Object.keys(cards) as ExportFormat[]).map((id) => ({ id, ...cards[id] }));

export function purposeOf(format: ExportFormat): UiInput<'paths.save'>['purpose'] {
  switch (format) {
    case 'pdf':
      return 'chronology-pdf';
    case 'docx':
      return 'chronology-docx';
    case 'csv':
    case 'csv-full':
      return 'chronology-csv';
    case 'json-full':
      return 'chronology-json';
  }
}
