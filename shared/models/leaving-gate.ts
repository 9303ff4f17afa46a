import * as z from 'zod';
import { exportFormats } from './chronology-export';
import { edtfSchema, idSchema, longText, shortText } from './common';
import { itemClassSchema } from './item-class';
import { packChosenSchema } from './pack-chosen';
import { packageChosenSchema, packagePurposeSchema } from './package-purpose';
import { copyFormSchema } from './provenance';
import { audiences, savedViewBodySchema } from './saved-view';

/** Whom something is for that leaves the vault: those of the chronology's views, and another office. */
export const recipients = [...audiences, 'office'] as const;
export const recipientSchema = z.enum(recipients);
export type Recipient = z.infer<typeof recipientSchema>;

/** What somebody else may have to allow before a file of some class goes. */
export const permissionKinds = [
  'court-permission',
  'court-direction',
  'marac-consent',
  'client-consent',
  'police-agreement',
  'privilege-waived',
  'sender-agreement',
  'exhibited-to-statement',
] as const;
export const permissionKindSchema = z.enum(permissionKinds);
export type PermissionKind = z.infer<typeof permissionKindSchema>;

const caseId = z.object({ caseId: idSchema });
const toWhom = { recipient: recipientSchema.nullable() };

/** Something that is about to leave the vault. A recipient of null: nobody has said whom it is for. */
export const leavingRequestSchema = z.discriminatedUnion('output', [
  caseId.extend({
    output: z.literal('bundle'),
    ...toWhom,
    itemIds: z.array(idSchema).max(20_000),
    /** Those of them that go as their original although there is a redacted copy. */
    unredacted: z.array(idSchema).max(20_000).default([]),
    /** Of a bundle that was built: the redacted copy that is printed of each, which need not be the newest. */
    copies: z.record(idSchema, idSchema).default({}),
    /** Of exports of messages: which are printed; without any, all of them. */
    rowsOf: z
      .record(idSchema, z.array(z.object({ from: z.int().min(1), to: z.int().min(1) })).max(100))
      .default({}),
    /** Those before which a cover sheet stands, and the proceedings that it names. */
    coverSheets: z.array(idSchema).max(20_000).default([]),
    proceedingsId: idSchema.nullable().default(null),
    includeChronology: z.boolean(),
    /** The view by which the chronology is chosen and covered; null for all of it. */
    view: savedViewBodySchema.nullable().default(null),
    words: z.array(shortText).max(10),
    /** The profile: an own copy prints words that somebody wrote. */
    profile: z.string().max(60).default(''),
    profileVersion: idSchema.nullable().default(null),
  }),
  /** A folder of plain files for somebody who checks them without Holdfast. */
  caseId.extend({ output: z.literal('pack'), ...toWhom, ...packChosenSchema.shape }),
  /** `chosen`: of a share. */
  caseId.extend({
    output: z.literal('package'),
    purpose: packagePurposeSchema,
    chosen: packageChosenSchema.optional(),
  }),
  caseId.extend({
    output: z.literal('chronology'),
    view: savedViewBodySchema,
    format: z.enum(exportFormats),
    /** Charts print titles, also where the view does not show them. */
    withCharts: z.boolean(),
  }),
  caseId.extend({
    output: z.literal('copy'),
    ...toWhom,
    itemId: idSchema,
    form: z.enum([...copyFormSchema.options, 'redacted']),
    /** Which redacted copy; null for the newest, and for any other form. */
    redactionId: idSchema.nullable(),
  }),
  /** What is said of exhibits, and not what is in them. */
  caseId.extend({
    output: z.literal('papers'),
    paper: z.enum(['labels', 'schedule', 'certificate', 'custody']),
    withPlace: z.boolean(),
    /** None of the paper that says through which offices the case went. */
    itemIds: z.array(idSchema).max(5000),
  }),
  /** A letter as it is saved; for whom it is stands in it. */
  caseId.extend({ output: z.literal('letter'), letterId: idSchema }),
]);
export type LeavingRequest = z.infer<typeof leavingRequestSchema>;

/** Where words stand that were found in a letter. */
export const letterPlace = 'the letter';

/** A thing to decide before something leaves. */
export const pointCodes = [
  'recipient',
  'class-unknown',
  'class-stays',
  'permission',
  'consent',
  'protected-words',
  'protected-place',
  'holds-place',
  'not-searched',
  'two-versions',
  'date-undecided',
  'same-reference',
  'redaction-marks',
] as const;
export type PointCode = (typeof pointCodes)[number];

export const pointItemSchema = z.object({ id: idSchema, exhibitRef: z.string(), title: z.string() });

export const leavingPointSchema = z.object({
  /** The same whenever it is asked about. */
  key: z.string(),
  code: z.enum(pointCodes),
  /** Nothing leaves before it is decided; others are said and left to whoever sends it. */
  stops: z.boolean(),
  /** The exhibits it is about. */
  items: z.array(pointItemSchema).readonly(),
  /** The entry or other record that it is about, with what that is called. */
  record: z.object({ id: idSchema, title: z.string() }).nullable(),
  itemClass: itemClassSchema.nullable(),
  permission: permissionKindSchema.nullable(),
  /** Why, from the rules, where a rule says so. */
  why: z.string(),
  /** Which line of the protected list, and whose that is. */
  protectedId: z.string().nullable(),
  protectedText: z.string(),
  /** Where the words stand: pages of an exhibit, or the name of a field. */
  places: z.array(z.string()).readonly(),
  metres: z.int().nullable(),
});
export type LeavingPoint = z.infer<typeof leavingPointSchema>;

export const heldCodes = ['comments', 'protected-list'] as const;

export const leavingCheckSchema = z.object({
  recipient: recipientSchema.nullable(),
  decide: z.array(leavingPointSchema).readonly(),
  /** What stays by a rule, with how many there are. */
  held: z.array(z.object({ code: z.enum(heldCodes), count: z.int() })).readonly(),
  goes: z.object({
    exhibits: z.int(),
    entries: z.int(),
    /** Exhibits that go as their redacted copy. */
    redacted: z.int(),
    /** Permissions and answers it goes by. */
    allowed: z.int(),
  }),
});
export type LeavingCheck = z.infer<typeof leavingCheckSchema>;

/** What is never to leave without being seen: an address, a number, a name or a place of the client's side. */
export const protectedBodySchema = z.object({
  what: z.enum(['address', 'number', 'name', 'words']),
  text: z.string().trim().min(2).max(300),
  /** Whose it is, or why it is here. */
  whose: shortText,
  /** Where it lies, so that pictures taken there are found too. */
  place: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      metres: z.int().min(1).max(50_000),
    })
    .nullable()
    .default(null),
});
export type ProtectedBody = z.infer<typeof protectedBodySchema>;

/** A permission as it is recorded: who gave it, when, and in what words. */
export const permissionGivenSchema = z.object({
  recipient: recipientSchema,
  what: permissionKindSchema,
  givenBy: shortText.min(1),
  on: edtfSchema,
  note: longText.default(''),
});
export type PermissionGiven = z.infer<typeof permissionGivenSchema>;
