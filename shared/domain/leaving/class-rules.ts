import * as z from 'zod';
import englandAndWales from '../../../resources/leaving/england-and-wales.json' with { type: 'json' };
import { itemClasses, itemClassSchema } from '../../models/item-class';
import type { ItemClass } from '../../models/item-class';
import { permissionKindSchema, recipients, recipientSchema } from '../../models/leaving-gate';
import type { Recipient } from '../../models/leaving-gate';

const told = {
  to: z.array(recipientSchema).min(1),
  why: z.string().min(1),
  source: z.string(),
  confirmed: z.boolean(),
};
const ruleSchema = z.discriminatedUnion('then', [
  z.strictObject({ ...told, then: z.literal('goes') }),
  z.strictObject({ ...told, then: z.literal('stays') }),
  z.strictObject({ ...told, then: z.literal('permission'), permission: permissionKindSchema }),
]);
export type ClassRule = z.infer<typeof ruleSchema>;

const rulesSchema = z
  .strictObject({
    id: z.string(),
    asAt: z.iso.date(),
    note: z.string(),
    classes: z.array(z.strictObject({ id: itemClassSchema, rules: z.array(ruleSchema).min(1) })),
  })
  .refine(
    ({ classes }) =>
      itemClasses.every((each) =>
        recipients.every(
          (to) =>
            classes.flatMap(({ id, rules }) =>
              id === each ? rules.filter((rule) => rule.to.includes(to)) : [],
            ).length === 1,
        ),
      ),
    'every class has one rule for every recipient',
  );

/** What may be given to whom: dated data, with its sources. Throws when it is not what its schema says, so that a slip is seen at once. */
export const classRules = rulesSchema.parse(englandAndWales);

/** What holds for a file of a class that is to go to somebody. */
export function ruleFor(itemClass: ItemClass, recipient: Recipient): ClassRule {
  const rules = classRules.classes.find(({ id }) => id === itemClass)?.rules ?? [];
  const rule = rules.find(({ to }) => to.includes(recipient));
  // The schema says that there is one.
  if (rule === undefined) throw new Error('a class without a rule');
  return rule;
}
