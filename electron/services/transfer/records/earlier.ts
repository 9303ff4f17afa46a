import { z } from 'zod';
import type { Body, Version } from '../../../../shared/domain/records/version';
import { newCaseSchema } from '../../../../shared/models/case';
import { versionsOfEntry, versionsOfState } from '../../../vault/records/earlier';
import { caseSchema } from './case';
import { entrySchema } from './entries';
import { registerSchema } from './register';

/** What packages of format 1 and 2 carried in place of versions. */
export const earlierShape = {
  case: caseSchema,
  entries: z.array(entrySchema).max(1_000_000),
  register: z.array(registerSchema).max(100_000).default([]),
};
export type Earlier = z.infer<z.ZodObject<typeof earlierShape>>;

/** The same by the rules by which a vault of then is read, so that both arrive at the same versions. */
export function versionsOfEarlier({ case: owner, entries, register }: Earlier): readonly Version[] {
  const caseId = owner.id;
  const asBody = (value: object): Body => value as Body;
  return [
    ...versionsOfState({
      ...{ ...owner, caseId, kind: 'case', removed: false, writtenAt: null },
      body: asBody(newCaseSchema.parse(owner)),
    }),
    ...register.flatMap(({ kind, body, updatedAt, ...row }) =>
      versionsOfState({
        ...{ ...row, caseId, kind: 'register', writtenAt: updatedAt },
        body: asBody({ ...body, kind }),
      }),
    ),
    ...entries.flatMap((entry) => versionsOfEntry({ ...entry, caseId, versions: keptOf(entry) })),
  ];
}

/** The versions that were kept of an entry; of which none was, it says what it says itself. */
function keptOf({ version, versions, body, messages, updatedAt, author }: Earlier['entries'][number]) {
  const own = { version, body: { ...body, messageKeys: messages }, at: updatedAt, author };
  const asBody = (value: object): Body => value as Body;
  return (versions.length > 0 ? versions : [own]).map((each) => ({ ...each, body: asBody(each.body) }));
}
