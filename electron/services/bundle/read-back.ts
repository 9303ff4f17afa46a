import * as z from 'zod';
import { suggestBundleName } from '../../../shared/domain/bundle/file-name';
import { isRevisedIndex, pageOf } from '../../../shared/domain/bundle/plan';
import { preflight } from '../../../shared/domain/bundle/preflight';
import type { Preflight, Unmet } from '../../../shared/domain/bundle/preflight';
import { counted } from '../../../shared/domain/counts';
import { haystackOf, holds, needleOf } from '../../../shared/domain/leaving/protected-words';
import type { BundleCheck, BundleOptions, BundlePlan } from '../../../shared/models/bundle';
import type { FinishedPdf } from '../../../shared/models/finished-pdf';
import { itemClassSchema } from '../../../shared/models/item-class';
import type { StoredFile, VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { readPermissions, readProtectedList } from '../gate/read-material';
import { answeredTurns, pagesToStraighten, pagesToTurn } from '../items/shown-as';
import { requireWhole } from '../items/stored-whole';
import type { FilePart } from '../pdf-write/file-writer';
import { readProceedings } from '../proceedings/read-proceedings';
import type { Gathered } from './gather';
import { itemChecks } from './item-checks';
import { looks } from './looks';
import { setChecks } from './set-checks';

/** What was made, and what of it is read back. */
export interface Finished {
  readonly file: StoredFile;
  /** All of it but the data of pictures, as it was written. */
  readonly parts: readonly FilePart[];
  readonly plan: BundlePlan;
  readonly gathered: Gathered;
}

/**
 * Reads the finished file by a program that did not write it (PDFium, in the lab), and holds it against the profile; then
 * reads what lies in the vault once more, to the last byte. Throws `evidence-damaged`, `unreadable-pdf`.
 */
export async function readBack(
  context: VaultContext,
  caseId: string,
  finished: Finished,
): Promise<readonly BundleCheck[]> {
  const { file, parts, plan, gathered } = finished;
  const typed = typedPages(plan);
  const reading = Promise.all([
    context.lab.ask({
      type: 'pdf-finished',
      size: file.bytes,
      parts,
      looks,
      typed: [...typed],
      pages: plan.pages,
    }),
    requireWhole(context, file),
  ]);
  reading.catch(() => undefined);
  // Worked out while the lab reads.
  const { head, profile } = gathered;
  const unmet = unmetNeeds(context, caseId, finished);
  const lying = lyingPages(context, finished);
  const [ofSet, ofItems] = [setChecks(context, caseId, head.options), itemChecks(context, caseId, finished)];
  const [read] = await reading;
  return [
    ...preflight({
      read,
      plan,
      profile,
      bytes: file.bytes,
      fileName: suggestBundleName(head.options, head.reference).replace(/\.pdf$/u, ''),
      caseName: nameInFile(head.options.courtCase, head.reference),
      typed,
      unmet,
      pagesAllowed: pagesAllowed(context, caseId, head.options),
      lying,
    } satisfies Preflight),
    ...ofSet,
    ...protectedChecks(context, caseId, read),
    ...ofItems,
  ];
}

/** Pages of the bundle that show a page which seems to lie otherwise, or crooked, or about which somebody has answered. */
function lyingPages(context: VaultContext, { plan, gathered }: Finished): Required<Preflight>['lying'] {
  const [asked, answered, crooked] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const { item, sheets } of gathered.exhibits) {
    const first = pageOf(plan, item.id);
    if (first === null) continue;
    const toTurn = new Set(pagesToTurn(context, item.id).map(({ page }) => page));
    const toStraighten = new Set(pagesToStraighten(context, item.id).map(({ page }) => page));
    const said = new Set(answeredTurns(context, item.id).map(({ page }) => page));
    sheets.forEach(({ page }, index) => {
      if (toTurn.has(page)) asked.add(first + index);
      if (toStraighten.has(page)) crooked.add(first + index);
      if (said.has(page)) answered.add(first + index);
    });
  }
  return { asked, answered, crooked };
}

/** As `suggestBundleName` writes it. */
function nameInFile(courtCase: string, reference: string): string {
  const name = suggestBundleName({ courtCase, title: '' }, reference);
  return name.replace(/\.pdf$/u, '');
}

/** Who allowed more pages in the proceedings that were chosen, or that the cover names by their case number; empty where nobody did. */
function pagesAllowed(
  context: VaultContext,
  caseId: string,
  { courtCase, proceedingsId }: Pick<BundleOptions, 'courtCase' | 'proceedingsId'>,
): string {
  const all = readProceedings(context, caseId);
  const named =
    all.find(({ id }) => id === proceedingsId) ??
    all.find(({ caseNumber }) => caseNumber !== '' && courtCase.includes(caseNumber));
  return named?.morePages ?? '';
}

/** Pages that Holdfast has set itself; all others are of exhibits. */
function typedPages({ rows, pages }: BundlePlan): ReadonlySet<number> {
  const typed = new Set(Array.from({ length: pages }, (_, index) => index + 1));
  for (const { itemId, firstPage, lastPage, sheet = 0 } of rows)
    if (itemId !== null) for (let page = firstPage + sheet; page <= lastPage; page += 1) typed.delete(page);
  // One that was inserted into the middle of an exhibit is set in type all the same.
  for (const { firstPage, lastPage } of rows.filter(isRevisedIndex))
    for (let page = firstPage; page <= lastPage; page += 1) typed.add(page);
  return typed;
}

const classRow = z.object({ id: z.string(), item_class: itemClassSchema.nullable(), kind: z.string() });

/** What the profile wants something for that nobody has recorded. */
function unmetNeeds(context: VaultContext, caseId: string, { plan, gathered }: Finished): readonly Unmet[] {
  const { profile, exhibits, head } = gathered;
  if (profile.needs.length === 0) return [];
  const rows = new Map(
    allRows(context.db, classRow, 'SELECT id, item_class, kind FROM evidence WHERE case_id = ?', caseId).map(
      (row) => [row.id, row],
    ),
  );
  const permissions = readPermissions(context, caseId);
  // To a statement that is in the same bundle.
  const exhibited = new Set(exhibits.flatMap(({ item }) => item.document?.refersTo ?? []));
  return profile.needs.flatMap(({ classes, kinds, permissions: wanted, rule, note }): readonly Unmet[] => {
    const found = exhibits.filter(({ item }) => {
      const row = rows.get(item.id);
      const isMeant =
        (row?.item_class !== null && row !== undefined && classes.includes(row.item_class)) ||
        // A statement that was scanned is no photograph, and an order that came by e-mail no correspondence.
        (item.document === null && kinds.some((kind) => kind === row?.kind));
      const isAllowed = permissions.some(
        (each) =>
          each.itemId === item.id && each.recipient === head.options.recipient && wanted.includes(each.what),
      );
      const isExhibited = wanted.includes('exhibited-to-statement') && exhibited.has(item.id);
      return isMeant && !isAllowed && !isExhibited;
    });
    if (found.length === 0) return [];
    return [
      {
        rule,
        note,
        refs: found.map(({ item }) => item.name),
        pages: found.flatMap(({ item }) => pageOf(plan, item.id) ?? []),
      },
    ];
  });
}

/** The protected list, looked for in the text of the finished file. The gate asks about each before it leaves. */
function protectedChecks(context: VaultContext, caseId: string, read: FinishedPdf): readonly BundleCheck[] {
  const lines = readProtectedList(context, caseId);
  if (lines.length === 0) return [];
  const needles = lines.map((line) => needleOf(line.id, line));
  const pages = read.pages.flatMap(({ text }, index) => {
    const haystack = haystackOf(text);
    return needles.some((needle) => holds(haystack, needle)) ? [index + 1] : [];
  });
  return [
    {
      id: 'protected',
      text:
        pages.length === 0
          ? `Nothing of the protected list is in its text, ${counted(lines.length, 'line', 'lines')} looked for`
          : `${counted(pages.length, 'page holds', 'pages hold')} something of the protected list`,
      state: pages.length === 0 ? 'ok' : 'decide',
      pages,
    },
  ];
}
