import * as z from 'zod';
import { bundleOptionsSchema } from '../../../shared/models/bundle';
import { recipientSchema } from '../../../shared/models/leaving-gate';
import { recipientText } from '../../../shared/records/words/leaving-words';
import type { OwnStep } from '../../../shared/models/continuity';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';

/** What acts about an exhibit itself mean for where it went, as patterns of SQL's GLOB. Looking at it moves nothing. */
const ofItem: readonly (readonly [string, OwnStep['kind']])[] = [
  ['evidence.import', 'taken-in'],
  ['evidence.duplicate', 'again'],
  ['evidence.open', 'opened'],
  ['evidence.turn', 'turned'],
  ['evidence.save-copy*', 'copy-saved'],
  ['certificate.save', 'certificate'],
  ['redaction.*', 'redacted'],
];
const ofBundle: readonly (readonly [string, OwnStep['kind']])[] = [
  ['bundle.build', 'bundle-built'],
  ['bundle.save', 'bundle-saved'],
];
const ofPack: readonly (readonly [string, OwnStep['kind']])[] = [['pack.make', 'pack-made']];
const ofCase: readonly (readonly [string, OwnStep['kind']])[] = [
  ['transfer.export', 'package-sent'],
  ['transfer.import', 'package-received'],
];

const actRow = z.object({ at: z.string(), author: z.string() });
const bundleRow = z.object({ id: z.string(), options: z.string(), page: z.int() });

/** The bundles that show an exhibit, with the page it begins on there. */
export function bundlesWith({ db }: Pick<VaultContext, 'db'>, itemId: string) {
  return allRows(
    db,
    bundleRow,
    `SELECT b.id, b.options, json_extract(r.value, '$.firstPage') AS page
     FROM evidence e JOIN bundles b ON b.case_id = e.case_id, json_each(b.plan, '$.rows') r
     WHERE e.id = ? AND instr(b.plan, e.id) > 0 AND json_extract(r.value, '$.itemId') = e.id ORDER BY b.id`,
    itemId,
  ).map(({ id, options, page }) => ({ id, page, title: parseJson(bundleOptionsSchema, options).title }));
}

/** The evidence packs that an exhibit went into, with whom they were for. */
export function packsWith({ db }: Pick<VaultContext, 'db'>, itemId: string) {
  return allRows(
    db,
    z.object({ id: z.string(), recipient: recipientSchema }),
    `SELECT DISTINCT p.id, json_extract(p.body, '$.recipient') AS recipient
     FROM evidence e JOIN packs p ON p.case_id = e.case_id, json_each(p.body, '$.files') f
     WHERE e.id = ? AND json_extract(f.value, '$.itemId') = e.id ORDER BY p.id`,
    itemId,
  );
}

/**
 * What Holdfast did with an exhibit, from the record of acts: taking it in, copies, bundles and packages it went into.
 * Acts from before it was here are none of its own.
 */
export function readOwnSteps({ db }: Pick<VaultContext, 'db'>, itemId: string): readonly OwnStep[] {
  const { case_id: caseId, imported_at: since } = oneRow(
    db,
    z.object({ case_id: z.string(), imported_at: z.string() }),
    'SELECT case_id, imported_at FROM evidence WHERE id = ?',
    itemId,
  );
  const acts = (
    subject: string,
    patterns: typeof ofItem,
    about: Pick<OwnStep, 'page' | 'title'>,
  ): readonly OwnStep[] =>
    patterns.flatMap(([pattern, kind]) =>
      allRows(
        db,
        actRow,
        'SELECT at, author FROM audit WHERE subject = ? AND action GLOB ? AND at >= ? ORDER BY seq',
        subject,
        pattern,
        kind === 'taken-in' ? '' : since,
      ).map((act) => ({ ...act, ...about, kind })),
    );
  const nothing = { page: null, title: '' };
  return [
    ...acts(itemId, ofItem, nothing),
    ...bundlesWith({ db }, itemId).flatMap(({ id, page, title }) => acts(id, ofBundle, { page, title })),
    ...packsWith({ db }, itemId).flatMap(({ id, recipient }) =>
      acts(id, ofPack, { page: null, title: recipientText(recipient) }),
    ),
    ...acts(caseId, ofCase, nothing),
  ];
}
