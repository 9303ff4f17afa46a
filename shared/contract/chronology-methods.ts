import * as z from 'zod';
import {
  entrySchema,
  newEntrySchema,
  behaviourSchema,
  channelSchema,
  entryLinkSchema,
  entryKinds,
} from '../models/chronology';
import { idSchema, instantSchema, shortText } from '../models/common';
import { supportSchema } from '../models/coverage';
import { entryFilterSchema, entryOrders } from '../models/entry-filter';
import { aroundSchema, patternsSchema } from '../models/patterns';
import { exportFormats, exportedSchema, tableReadSchema } from '../models/chronology-export';
import { registerBodySchema, registerItemSchema, registerKindSchema } from '../models/register';
import { exportChoiceSchema, exportChoicesSchema } from '../models/leaving';
import { savedViewBodySchema, savedViewSchema } from '../models/saved-view';
import { method } from './method';

const byId = z.object({ id: idSchema });
const nothing = z.object({});
const selection = z.object({
  caseId: idSchema,
  /** Always said: the whole chronology is `everyEntry`, and never what a filter that is missing stands for. */
  filter: entryFilterSchema,
  order: z.enum(entryOrders).default('oldest'),
});
/** Entries changed, or made, in one act. */
export const mostAtOnce = 5000;

/** The chronology: entries, the views of them, and what they are linked to. */
export const chronologyMethods = {
  /** Some entries of a filter, in order, and how many there are. */
  'chronology.page': method(
    selection.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.object({ rows: z.array(entrySchema), total: z.int() }),
  ),
  /** What a filter leaves, in facts. */
  'chronology.summary': method(
    selection.omit({ order: true }),
    z.object({
      all: z.int(),
      total: z.int(),
      approximate: z.int(),
      /** Their dates in words; null without any. */
      first: z.string().nullable(),
      last: z.string().nullable(),
    }),
  ),
  /** Entries by their places in a filter. */
  'chronology.ids': method(
    selection.extend({ indexes: z.array(z.int().min(0)).min(1).max(mostAtOnce) }),
    z.object({ ids: z.array(idSchema) }),
  ),
  /** The place of an entry in a filter, or null. */
  'chronology.find': method(selection.extend({ id: idSchema }), z.object({ offset: z.int().nullable() })),
  'chronology.get': method(byId, entrySchema),
  'chronology.create': method(newEntrySchema.extend({ caseId: idSchema }), entrySchema),
  /** All of them in one act, or none. */
  'chronology.createMany': method(
    z.object({ caseId: idSchema, entries: z.array(newEntrySchema).min(1).max(mostAtOnce) }),
    z.object({ ids: z.array(idSchema) }),
  ),
  /** `version` is the one that was edited; another one in the vault gives `conflict`. */
  'chronology.update': method(newEntrySchema.extend({ id: idSchema, version: z.int() }), entrySchema),
  /** The same change of several entries of a case in one act. What is not given stays as it is. */
  'chronology.change': method(
    z.object({
      caseId: idSchema,
      ids: z.array(idSchema).min(1).max(mostAtOnce),
      change: z.object({
        kind: z.enum(entryKinds).optional(),
        channel: channelSchema.nullable().optional(),
        place: shortText.optional(),
        addActs: z.array(behaviourSchema).optional(),
        removeActs: z.array(behaviourSchema).optional(),
        addLinks: z.array(entryLinkSchema).optional(),
      }),
    }),
    z.object({ changed: z.int() }),
  ),
  'chronology.remove': method(byId, nothing),
  'chronology.removeMany': method(
    z.object({ caseId: idSchema, ids: z.array(idSchema).min(1).max(mostAtOnce) }),
    nothing,
  ),
  /** Every version of an entry, the newest first. */
  'chronology.history': method(
    byId,
    z.object({
      removed: z.boolean(),
      versions: z.array(
        z.object({
          version: z.int(),
          at: instantSchema,
          author: z.string(),
          printedDate: z.string(),
          entry: newEntrySchema,
        }),
      ),
    }),
  ),
  /** Makes an earlier version the newest one, or brings a removed entry back. Nothing is overwritten: it is a new version. */
  'chronology.restore': method(byId.extend({ version: z.int() }), entrySchema),
  /** Brings removed entries back as they were last, in one act. */
  'chronology.bringBack': method(
    z.object({ caseId: idSchema, ids: z.array(idSchema).min(1).max(mostAtOnce) }),
    nothing,
  ),
  /** A new entry made from an item: its best date, where that comes from, and the item as evidence. Not saved. */
  'chronology.draftFromEvidence': method(
    z.object({ itemIds: z.array(idSchema).min(1).max(500) }),
    newEntrySchema,
  ),
  /** What the views are drawn from. */
  'chronology.patterns': method(selection.omit({ order: true }), patternsSchema),
  /** The weeks and silences of a filter alone: what is drawn above a list. */
  'chronology.weeks': method(
    selection.omit({ order: true }),
    patternsSchema.pick({ weeks: true, silences: true }),
  ),
  /** Incidents in the weeks before and after an entry. */
  'chronology.around': method(selection.omit({ order: true }).extend({ trigger: idSchema }), aroundSchema),
  /** How many entries speak to each element of the law. */
  'chronology.support': method(z.object({ caseId: idSchema }), supportSchema),

  'views.list': method(z.object({ caseId: idSchema }), z.array(savedViewSchema)),
  'views.create': method(
    z.object({ caseId: idSchema, name: shortText.min(1), body: savedViewBodySchema }),
    savedViewSchema,
  ),
  'views.update': method(byId.extend({ name: shortText.min(1), body: savedViewBodySchema }), savedViewSchema),
  'views.remove': method(byId, nothing),
  /** What was last chosen for an export, for each audience and view, the last one first. */
  'views.choices': method(z.object({ caseId: idSchema }), exportChoicesSchema),
  'views.keepChoice': method(z.object({ caseId: idSchema, choice: exportChoiceSchema }), nothing),

  /** `target` and `source` are tokens of paths that somebody chose in a dialog of the system. */
  'chronology.export': method(
    z.object({
      caseId: idSchema,
      view: savedViewBodySchema,
      format: z.enum(exportFormats),
      withCharts: z.boolean(),
      target: idSchema,
    }),
    exportedSchema,
  ),
  /** Rows of a table, or how much is in a chronology that was written in full. Nothing is taken in yet. */
  'chronology.readTable': method(
    z.union([z.object({ source: idSchema }), z.object({ text: z.string().min(1).max(5_000_000) })]),
    tableReadSchema,
  ),
  /** Takes in a chronology that was written in full. */
  'chronology.importFull': method(
    z.object({ caseId: idSchema, source: idSchema }),
    z.object({ entries: z.int(), missing: z.array(z.string()) }),
  ),

  'register.list': method(z.object({ caseId: idSchema }), z.array(registerItemSchema)),
  'register.create': method(
    registerBodySchema.extend({ caseId: idSchema, kind: registerKindSchema }),
    registerItemSchema,
  ),
  'register.update': method(registerBodySchema.extend({ id: idSchema }), registerItemSchema),
  /** Only what no live entry is linked to; else `in-use`. */
  'register.remove': method(byId, nothing),
} as const;
