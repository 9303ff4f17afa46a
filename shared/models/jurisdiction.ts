import * as z from 'zod';

/** Whose law a case falls under. Each has its own Acts, orders, prosecutor and bank holidays (resources/law). */
export const jurisdictions = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export const jurisdictionSchema = z.enum(jurisdictions);
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;
