import * as z from 'zod';
import { jurisdictionSchema } from '../models/jurisdiction';
import { caseworkKind, oneOf } from './by-fields';
import type { FieldOf } from './by-fields';
import { answer, box, dayOrNone, line } from './casework-schemas';

export const jurisdictionOptions = [
  { id: 'england-and-wales', label: 'England and Wales' },
  { id: 'scotland', label: 'Scotland' },
  { id: 'northern-ireland', label: 'Northern Ireland' },
] as const;

/** Who sent a client here. `police` is one of the five counts of the "Bridging the Gap" measures (2022). */
export const referralRoutes = [
  { id: 'self', label: 'The client' },
  { id: 'police', label: 'Police' },
  { id: 'idva', label: 'Domestic abuse service' },
  { id: 'charity', label: 'Another charity or helpline' },
  { id: 'health', label: 'Health service' },
  { id: 'council', label: 'Council or social work' },
  { id: 'workplace', label: 'Workplace or college' },
  { id: 'other', label: 'Somebody else' },
] as const;

export const closeReasons = [
  { id: 'safe', label: 'Safe, needs met' },
  { id: 'client_choice', label: 'The client’s choice' },
  { id: 'no_contact', label: 'No contact after several attempts' },
  { id: 'moved', label: 'Moved away or transferred' },
  { id: 'out_of_remit', label: 'Not what this service is for' },
  { id: 'custody', label: 'The person complained of is in custody' },
  { id: 'died', label: 'Died' },
  { id: 'conflict', label: 'Conflict of interest' },
  { id: 'other', label: 'Another reason' },
] as const;

export const caseDetailsSchema = z.object({
  jurisdiction: jurisdictionSchema.nullable().default(null),
  referredOn: dayOrNone,
  referralRoute: oneOf(referralRoutes).nullable().default(null),
  referredBy: line,
  /** Whether the case is related to domestic abuse: the 2017 report's own division of its findings. */
  domesticAbuse: answer,
  /** What the person complained of is to the client. */
  relationship: line,
  force: line,
  /** Whose case it is, as the office says it: the name of an advocate. */
  owner: line,
  /** Whether the client was told of enhanced rights (Victims' Code 2021: updates within one working day). */
  enhancedRights: answer,
  clientName: line,
  clientAliases: z.array(z.string().max(200)).max(50).default([]),
  dateOfBirth: dayOrNone,
  address: box,
  phone: line,
  email: line,
  language: line,
  needs: box,
  diversity: box,
  housing: box,
  children: box,
  background: box,
  closedOn: dayOrNone,
  closeReason: oneOf(closeReasons).nullable().default(null),
  /** Risk when it was closed, plan left, who was told, how to come back, what became of the evidence. */
  closeRecord: box,
});
export type CaseDetails = z.infer<typeof caseDetailsSchema>;

export const caseDetailsFields: readonly FieldOf<CaseDetails>[] = [
  { at: 'jurisdiction', label: 'Law that applies', as: 'choice', options: jurisdictionOptions },
  { at: 'referredOn', label: 'Referred on', as: 'day' },
  { at: 'referralRoute', label: 'Referred by', as: 'choice', options: referralRoutes },
  { at: 'referredBy', label: 'Name of who referred', as: 'line' },
  { at: 'domesticAbuse', label: 'Related to domestic abuse', as: 'yes-no' },
  { at: 'relationship', label: 'What the person complained of is to the client', as: 'line' },
  { at: 'force', label: 'Police force', as: 'line' },
  { at: 'owner', label: 'Whose case it is', as: 'line' },
  { at: 'enhancedRights', label: 'Enhanced rights under the Victims’ Code', as: 'yes-no' },
  { at: 'clientName', label: 'Client’s full name', as: 'line' },
  { at: 'clientAliases', label: 'Other names of the client', as: 'list' },
  { at: 'dateOfBirth', label: 'Client’s date of birth', as: 'day' },
  { at: 'address', label: 'Client’s address', as: 'box' },
  { at: 'phone', label: 'Client’s phone', as: 'line' },
  { at: 'email', label: 'Client’s e-mail', as: 'line' },
  { at: 'language', label: 'Language, interpreter', as: 'line' },
  { at: 'needs', label: 'Access and other needs', as: 'box' },
  { at: 'diversity', label: 'Diversity, as the client says it', as: 'box' },
  { at: 'housing', label: 'Housing', as: 'box' },
  { at: 'children', label: 'Children, school', as: 'box' },
  { at: 'background', label: 'Background', as: 'box' },
  { at: 'closedOn', label: 'Closed on', as: 'day' },
  { at: 'closeReason', label: 'Why it was closed', as: 'choice', options: closeReasons },
  { at: 'closeRecord', label: 'Record at closing', as: 'box' },
];

/** What is known of a case beyond its reference: referral, client, law that applies, closing. One for each case. */
export const caseDetailsKind = caseworkKind<CaseDetails>({
  kind: 'case-details',
  body: caseDetailsSchema,
  fields: caseDetailsFields,
  title: () => 'Details of the case',
  onlyOneAbout: (_body, caseId) => caseId ?? '',
});
