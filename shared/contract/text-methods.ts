import * as z from 'zod';
import { clockTimeSchema, edtfSchema, idSchema, shortText } from '../models/common';
import {
  itemTextSchema,
  languageCodeSchema,
  longestCorrection,
  mostLanguages,
  textFailureSchema,
  textStateSchema,
} from '../models/text';
import { method } from './method';

const nothing = z.object({});
const byId = z.object({ id: idSchema });
const languages = z.array(languageCodeSchema).min(1).max(mostLanguages);

/** Text of evidence: read by machine, corrected by people, searched. */
export const textMethods = {
  'text.item': method(byId.extend({ from: z.int().min(1).default(1) }), itemTextSchema),
  /** `version` is the correction that was edited, 0 for the machine's text; another one in the vault gives `conflict`. */
  'text.correct': method(
    byId.extend({
      page: z.int().min(1),
      text: z.string().max(longestCorrection),
      version: z.int().min(0),
    }),
    itemTextSchema,
  ),
  /** Adds what the picture shows as a fact of its own, beside when it was made. The reason is kept with it. */
  'text.useAsShown': method(
    byId.extend({
      page: z.int().min(1),
      /** The words on the picture. */
      raw: shortText.min(1),
      edtf: edtfSchema,
      time: clockTimeSchema.nullable(),
      reason: z.string().trim().min(1).max(120),
    }),
    nothing,
  ),
  'text.state': method(nothing, textStateSchema),
  'text.setEnabled': method(z.object({ enabled: z.boolean() }), textStateSchema),
  'text.pause': method(nothing, textStateSchema),
  'text.resume': method(nothing, textStateSchema),
  /** These items are on the screen: they are read first. */
  'text.prioritise': method(z.object({ ids: z.array(idSchema).max(100) }), nothing),
  'text.failures': method(nothing, z.array(textFailureSchema)),
  /** Reads failed pages again: of an item, or all. */
  'text.retry': method(z.object({ id: idSchema.nullable() }), z.object({ pages: z.int() })),
  /** Null goes back to the languages of the case. What was recognised is read again. */
  'text.chooseForItem': method(byId.extend({ languages: languages.nullable() }), itemTextSchema),
  'text.languagesOfCase': method(byId, z.object({ languages })),
  /** For what is read from now on, and for what waits. */
  'text.chooseForCase': method(byId.extend({ languages }), z.object({ languages })),
  /** `source` is the token of a file that somebody chose in a dialog of the system. */
  'text.addLanguage': method(z.object({ source: idSchema }), textStateSchema),
  'text.removeLanguage': method(z.object({ code: languageCodeSchema }), textStateSchema),
} as const;
