import type { FieldOf } from '../../../shared/records/by-fields';
import type { OrderDetails } from '../../../shared/models/register';
import type { RegisterRecord } from '../../../shared/records/register';
import { bailOptions, orderStageOptions } from '../../../shared/records/words/register-words';
import { orderOptions } from '../../../shared/domain/law/law-of';
import type { Law } from '../../../shared/models/law';
import { protectionForm as words } from '../../strings/protection';

/** The fields of an order in the register, as the form draws them. `order` holds the rest and is drawn by its own fields. */
export const recordFields = (law: Law, chosen: string | null): readonly FieldOf<RegisterRecord>[] => [
  { at: 'name', label: words.name, as: 'line' },
  { at: 'orderType', label: words.sort, as: 'choice', options: orderOptions(law, chosen) },
  { at: 'from', label: words.from, as: 'day' },
  { at: 'until', label: words.until, as: 'day' },
  { at: 'order', label: words.terms, as: 'own' },
  { at: 'notes', label: words.notes, as: 'box' },
];

/** What is known of an order beyond its name, in groups. */
export const detailGroups: readonly {
  readonly heading: string;
  readonly fields: readonly FieldOf<OrderDetails>[];
}[] = [
  {
    heading: words.asking,
    fields: [
      { at: 'stage', label: 'Stage', as: 'choice', options: orderStageOptions },
      { at: 'askedOn', label: 'Asked for on', as: 'day' },
      {
        at: 'askedOf',
        label: 'Asked of',
        as: 'line',
        hint: 'The force and officer, the court, the prosecutor.',
      },
      { at: 'answeredOn', label: 'Answered on', as: 'day' },
      { at: 'answer', label: 'Answer', as: 'line' },
      { at: 'reason', label: 'Reason given', as: 'box' },
    ],
  },
  {
    heading: words.made,
    fields: [
      { at: 'isInterim', label: 'Interim', as: 'yes-no' },
      { at: 'court', label: 'Court', as: 'line' },
      { at: 'caseNumber', label: 'Case number', as: 'line' },
      { at: 'madeOn', label: 'Made on', as: 'day' },
      { at: 'servedOn', label: 'Served on', as: 'day' },
      { at: 'notifiedOn', label: 'Name and address given to police on', as: 'day' },
      { at: 'certifiedCopy', label: 'Certified copy held', as: 'yes-no' },
      { at: 'clientToldOn', label: 'Client told on', as: 'day' },
    ],
  },
  {
    heading: words.bail,
    fields: [
      { at: 'bail', label: 'Bail', as: 'choice', options: bailOptions },
      { at: 'returnOn', label: 'Return date', as: 'day' },
      { at: 'viewsAsked', label: 'Client’s views asked', as: 'yes-no' },
    ],
  },
];
