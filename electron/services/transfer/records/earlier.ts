import * as z from 'zod';
import type { Body, Version } from '../../../../shared/domain/records/version';
import { newCaseSchema } from '../../../../shared/models/case';
import { versionsOfEntry, versionsOfState } from '../../../vault/records/earlier';
import { versionsOfChoices } from '../../../vault/records/earlier-dates';
import { versionsOfHandovers, versionsOfProvenance } from '../../../vault/records/earlier-hands';
import { earlierProducer } from '../../../vault/records/earlier-producers';
import { caseSchema, producerSchema } from './case';
import { dateChoiceSchema } from './date-choices';
import { versionOfLanguages, versionsOfCorrections } from '../../../vault/records/earlier-texts';
import type { EarlierCorrection } from '../../../vault/records/earlier-texts';
import type { EarlierTextLine } from '../row-files/lines';
import { languagesSchema } from './languages';
import { earlierRedactionSchema, redactionVersions } from './redactions';
import { likenessSections, likenessVersions } from './likeness';
import { entrySchema } from './entries';
import { continuitySchema, provenanceSchema } from './hands';
import { earlierItemSchema, nameOfThen } from './items';
import { registerSchema, viewSchema } from './register';

/** What packages of format 1 and 2 carried in place of versions. */
export const earlierShape = {
  case: caseSchema,
  entries: z.array(entrySchema).max(1_000_000),
  register: z.array(registerSchema).max(100_000).default([]),
};
export type Earlier = z.infer<z.ZodObject<typeof earlierShape>>;

/** What a schema gives for JSON is JSON. */
const asBody = (value: object): Body => value as Body;

/** The same by the rules by which a vault of then is read, so that both arrive at the same versions. */
export function versionsOfEarlier({ case: owner, entries, register }: Earlier): readonly Version[] {
  const caseId = owner.id;
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
  return (versions.length > 0 ? versions : [own]).map((each) => ({ ...each, body: asBody(each.body) }));
}

/** What was no record yet in packages of format 3 and earlier. */
export const unversionedShape = { views: z.array(viewSchema).max(10_000).default([]) };
export type Unversioned = z.infer<z.ZodObject<typeof unversionedShape>>;

/** The same as versions, as a vault of then is read (migrations). */
export function versionsOfUnversioned(caseId: string, { views }: Unversioned): readonly Version[] {
  return views.flatMap(({ name, body, updatedAt, ...row }) =>
    versionsOfState({
      ...{ ...row, caseId, kind: 'view', removed: false, createdAt: '', writtenAt: updatedAt },
      body: asBody({ ...body, name }),
    }),
  );
}

/** Sections that packages had until format 4, for what people write that is a record now. */
export const sectionsSchema = z.object({
  provenance: z.array(provenanceSchema).max(1_000_000).default([]),
  continuity: z.array(continuitySchema).max(1_000_000).default([]),
  ...likenessSections,
  producers: z.array(producerSchema).max(1000).default([]),
  items: z.array(earlierItemSchema).max(100_000),
  dateChoices: z.array(dateChoiceSchema).max(1_000_000).default([]),
  languages: z.array(languagesSchema).max(100_001).default([]),
  redactions: z.array(earlierRedactionSchema).max(1_000_000).default([]),
});
export type Sections = z.infer<typeof sectionsSchema>;

/** Their rows as versions, as a vault of then is read (migrations). */
export function versionsOfSections(caseId: string, sections: Sections): readonly Version[] {
  const { provenance, continuity, items, dateChoices, languages } = sections;
  const filings = items.map(({ id: itemId, bestDate: date, dateReason: reason, office, author, hlc }) => ({
    ...{ itemId, date, reason, office, author, hlc },
  }));
  return [
    ...versionsOfProvenance(provenance.map((row) => ({ ...row, caseId }))),
    ...versionsOfHandovers(continuity.map((row) => ({ ...row, caseId }))),
    ...likenessVersions(caseId, sections),
    ...sections.producers.flatMap((row) => versionsOfState(earlierProducer({ ...row, caseId }))),
    ...versionsOfChoices(caseId, dateChoices, filings),
    ...items.flatMap((item) => nameOfThen(caseId, item).version ?? []),
    ...languages.map((row) => versionOfLanguages({ ...row, caseId })),
    ...redactionVersions(caseId, sections.redactions),
  ];
}

/** Corrections, which stood among the lines of text then, in the same way. */
export function versionsOfLines(caseId: string, lines: Iterable<EarlierTextLine>): readonly Version[] {
  const rows: EarlierCorrection[] = [];
  for (const line of lines) if (line.type === 'correction') rows.push({ ...line, caseId });
  return versionsOfCorrections(rows);
}
