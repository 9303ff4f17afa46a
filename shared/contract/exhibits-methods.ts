import * as z from 'zod';
import { exhibitInitialsSchema } from '../models/case';
import { idSchema, shortText } from '../models/common';
import { continuityStepSchema, newHandoverSchema } from '../models/continuity';
import { evidenceItemSchema } from '../models/evidence';
import { itemDocumentSchema } from '../models/item-document';
import {
  labelLayoutSchema,
  labelsOnSheet,
  printedSchema,
  producerSchema,
  sharedReferenceSchema,
} from '../models/exhibit';
import { method } from './method';

const caseId = z.object({ caseId: idSchema });
const byId = z.object({ id: idSchema });
const person = z.object({ name: shortText, initials: exhibitInitialsSchema });
const producers = z.array(producerSchema);
const items = z.array(idSchema).min(1).max(5000);
/** `target` is the token of a path that somebody chose in a dialog of the system. */
const target = z.object({ target: idSchema });

/** Who produces exhibits, their references, labels and certificates; through whose hands an exhibit went. */
export const exhibitsMethods = {
  'exhibits.producers': method(caseId, producers),
  /** Throws `conflict` when somebody in the case has the initials. The new one becomes the case's producer. */
  'exhibits.addProducer': method(caseId.extend(person.shape), producers),
  /** Initials under which a number was given stay as they are: another one gives `conflict`. */
  'exhibits.changeProducer': method(byId.extend(person.shape), producers),
  /** Only one who never had an exhibit and is not the case's producer. */
  'exhibits.removeProducer': method(byId, producers),
  /** From now on what is added to the case is theirs. */
  'exhibits.chooseProducer': method(byId, producers),

  'exhibits.setPoliceRef': method(byId.extend({ policeRef: shortText }), evidenceItemSchema),
  /** Says that a file is a document of the case, with what it is called, or (null) that it is an exhibit. Without a title it keeps its own. */
  'exhibits.sayDocument': method(
    byId.extend({ document: itemDocumentSchema.nullable(), title: shortText.min(1).nullable() }),
    evidenceItemSchema,
  ),
  /** Our references of other items of the case that have this police reference. */
  'exhibits.withPoliceRef': method(
    byId.extend({ policeRef: shortText }),
    z.object({ exhibitRefs: z.array(z.string()) }),
  ),

  /** References that more than one exhibit of the case bears. */
  'exhibits.sharedReferences': method(caseId, z.array(sharedReferenceSchema)),
  /**
   * Gives an exhibit that shares its reference the next one of its producer. Throws `not-found` where no other bears it (any
   * more), `in-use` where it has left the office in a bundle.
   */
  'exhibits.renumber': method(byId, evidenceItemSchema),

  'exhibits.labels': method(
    target.extend({
      itemIds: items,
      layout: labelLayoutSchema,
      /** Labels of the first sheet that are used already. */
      skip: z
        .int()
        .min(0)
        .max(labelsOnSheet - 1),
      /** Printed on every label; empty leaves a line to write on. */
      crimeRef: shortText,
    }),
    printedSchema,
  ),
  /** The list of exhibits that goes with them. */
  'exhibits.schedule': method(target.extend({ caseId: idSchema, itemIds: items }), printedSchema),
  /** `withPlace` prints coordinates too; they are left out unless asked for. */
  'exhibits.certificate': method(target.extend({ id: idSchema, withPlace: z.boolean() }), printedSchema),

  'continuity.timeline': method(z.object({ itemId: idSchema }), z.array(continuityStepSchema)),
  /** Throws `not-confirmed` for a handover that is still to come unless `planned` says so. */
  'continuity.add': method(
    z.object({ itemIds: items, handover: newHandoverSchema, planned: z.boolean() }),
    z.object({ rows: z.int() }),
  ),
  /** A row of its own that names the one it puts right; `all` does so for every exhibit of that handover. */
  'continuity.correct': method(
    byId.extend({ handover: newHandoverSchema, planned: z.boolean(), all: z.boolean() }),
    z.object({ rows: z.int() }),
  ),
} as const;
