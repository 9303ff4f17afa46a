import { describe, expect, it } from 'vitest';
import { tidied } from '../../../renderer/features/record-book/problems';
import { personFields } from '../../../shared/records/person-fields';
import { personDetailsSchema } from '../../../shared/models/register';

describe('the lists of a form', () => {
  it('are saved without lines that say nothing, and with everything else as it was typed', () => {
    const typed = { ...personDetailsSchema.parse({}), aliases: ['Dan', '', '  '], badge: '' };
    const said = tidied(personFields, typed);
    expect(said).toMatchObject({ aliases: ['Dan'], badge: '', phones: [] });
    expect(personDetailsSchema.safeParse(said).success).toBe(true);
  });

  it('stay as they are where they are no lists of words', () => {
    expect(tidied([{ at: 'aliases', as: 'list' }] as never, { aliases: 3 })).toEqual({ aliases: 3 });
  });
});
