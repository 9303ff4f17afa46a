import type { PersonDetails } from '../models/register';
import type { FieldOf } from './by-fields';
import { personRoleOptions } from './words/register-words';

/** What a form asks about a person, field by field. */
export const personFields: readonly FieldOf<PersonDetails>[] = [
  { at: 'role', label: 'Part in the case', as: 'choice', options: personRoleOptions },
  { at: 'dateOfBirth', label: 'Date of birth', as: 'day' },
  { at: 'organisation', label: 'Force or organisation', as: 'line' },
  { at: 'badge', label: 'Collar or warrant number', as: 'line' },
  { at: 'aliases', label: 'Other names, nicknames', as: 'list' },
  { at: 'phones', label: 'Phone numbers', as: 'list' },
  { at: 'emails', label: 'E-mail addresses', as: 'list' },
  {
    at: 'handles',
    label: 'Names on platforms',
    as: 'list',
    hint: 'One on each line, such as: instagram: name',
  },
  { at: 'vehicles', label: 'Vehicles', as: 'list', hint: 'One on each line, with the registration.' },
  { at: 'addresses', label: 'Addresses', as: 'list', hint: 'One on each line, with the postcode.' },
];
