import { initialsAndSurname } from '../../../shared/domain/bundle/witness-name';
import { compareExhibitRefs } from '../../../shared/domain/exhibit-ref';
import { paperName } from '../../../shared/domain/paper-name';
import type { BundleOptions } from '../../../shared/models/bundle';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { ItemDocument } from '../../../shared/models/item-document';
import type { Party } from '../../../shared/models/proceedings';
import { documentDate } from '../../../shared/records/words/document-words';
import type { VaultContext } from '../../vault/api';
import { readItems } from '../items/item-rows';
import { readProceedings } from '../proceedings/read-proceedings';
import { formFor } from './forms';
import type { SheetForm } from './forms';

/** An exhibit that a statement refers to, as its cover sheet names it. */
export interface SheetExhibit {
  readonly id: string;
  readonly ref: string;
  /** Empty for one that is not in the bundle: of that, its reference alone is named. */
  readonly title: string;
}

/** A statement that an exhibit is marked in. */
export interface SheetStatement {
  readonly whose: string;
  readonly date: string;
}

/** What stands on the sheet before a statement or an exhibit. */
export interface CoverSheet {
  readonly itemId: string;
  /** What it is before, in a word. */
  readonly name: string;
  readonly court: string;
  readonly caseNumber: string;
  readonly title: string;
  readonly parties: readonly Party[];
  readonly corner: readonly string[];
  /** Of a statement: whose it is and when; of an exhibit null. */
  readonly statement: SheetStatement | null;
  /** Exhibits that the statement refers to. */
  readonly exhibits: readonly SheetExhibit[];
  /** Of an exhibit: its mark, and the statements that refer to it. */
  readonly mark: string;
  readonly statements: readonly SheetStatement[];
  readonly form: SheetForm;
  /** What a court wants there and nobody has written down. */
  readonly missing: readonly string[];
}

/** By what cover sheets are chosen. */
export type SheetsChosen = Pick<BundleOptions, 'coverSheets' | 'proceedingsId' | 'itemIds'>;

type Statement = EvidenceItem & { readonly document: ItemDocument };

/**
 * The cover sheets that were chosen for what is in a bundle, by what they stand before. A document that is no statement has none, and an
 * exhibit only where a statement of the case refers to it.
 */
export function readSheets(
  context: VaultContext,
  caseId: string,
  chosen: SheetsChosen,
): ReadonlyMap<string, CoverSheet> {
  const wanted = new Set(chosen.coverSheets.filter((id) => chosen.itemIds.includes(id)));
  if (wanted.size === 0) return new Map();
  const items = readItems(context, caseId, 'exhibit');
  const statements = items.filter(isStatement);
  const heading = readHeading(context, caseId, chosen.proceedingsId);
  const inBundle = new Set(chosen.itemIds);
  const sheets = items.flatMap((item): readonly CoverSheet[] => {
    if (!wanted.has(item.id)) return [];
    if (isStatement(item)) return [statementSheet(item, heading, exhibitsOf(item, items, inBundle))];
    const referring = statements.filter(({ document }) => document.refersTo.includes(item.id));
    return item.document !== null || referring.length === 0 ? [] : [exhibitSheet(item, heading, referring)];
  });
  return new Map(sheets.map((sheet) => [sheet.itemId, sheet]));
}

/** Every text of a sheet, as the gate looks through it. */
export function sheetWords(sheet: CoverSheet): readonly string[] {
  const { court, caseNumber, title, parties, corner, statement, exhibits, statements } = sheet;
  return [
    ...[court, caseNumber, title, ...corner],
    ...parties.flatMap(({ name, role }) => [name, role]),
    ...[...(statement === null ? [] : [statement]), ...statements].map(({ whose }) => whose),
    ...exhibits.map((exhibit) => exhibit.title),
  ].filter((text) => text !== '');
}

type Heading = Pick<CoverSheet, 'court' | 'caseNumber' | 'title' | 'parties' | 'form'>;

function readHeading(context: VaultContext, caseId: string, proceedingsId: string | null): Heading {
  const found = readProceedings(context, caseId).find(({ id }) => id === proceedingsId);
  const { court = '', caseNumber = '', title = '', parties = [] } = found ?? {};
  return {
    ...{ court, caseNumber, title },
    parties: parties.filter(({ name }) => name !== ''),
    form: formFor(found?.courtKind ?? null),
  };
}

function isStatement(item: EvidenceItem): item is Statement {
  return item.document?.what === 'statement';
}

function exhibitsOf(
  { document }: Statement,
  items: readonly EvidenceItem[],
  inBundle: ReadonlySet<string>,
): readonly SheetExhibit[] {
  return items
    .filter((item) => item.document === null && document.refersTo.includes(item.id))
    .map(({ id, exhibitRef, title }) => ({ id, ref: exhibitRef, title: inBundle.has(id) ? title : '' }))
    .sort((a, b) => compareExhibitRefs(a.ref, b.ref));
}

function statementSheet(item: Statement, heading: Heading, exhibits: readonly SheetExhibit[]): CoverSheet {
  const { whose, number, behalf } = item.document;
  const date = documentDate(item.document);
  const lines: Readonly<Record<SheetForm['corner'][number], string>> = {
    behalf: behalf === '' ? '' : `On behalf of: ${behalf}`,
    witness: initialsAndSurname(whose),
    number: number === '' ? '' : `Statement number: ${number}`,
    exhibits: exhibits.length === 0 ? '' : `Exhibits: ${exhibits.map(({ ref }) => ref).join(', ')}`,
    date: date === '' ? '' : `Dated: ${date}`,
  };
  return {
    ...heading,
    ...{ itemId: item.id, name: item.title, exhibits, mark: '', statements: [] },
    corner: heading.form.corner.map((line) => lines[line]).filter((text) => text !== ''),
    statement: { whose, date },
    missing: missingOf([
      ...headingMissing(heading),
      [whose, 'whose statement it is'],
      [behalf, 'on whose behalf it is made'],
      [number, 'its number'],
      [date, 'its date'],
    ]),
  };
}

function exhibitSheet(item: EvidenceItem, heading: Heading, statements: readonly Statement[]): CoverSheet {
  return {
    ...heading,
    ...{ itemId: item.id, name: paperName(item), corner: [], statement: null, mark: item.exhibitRef },
    exhibits: [],
    statements: statements.map(({ document }) => ({
      whose: document.whose,
      date: documentDate(document),
    })),
    missing: missingOf(headingMissing(heading)),
  };
}

type Wanted = readonly [value: string, name: string];

function headingMissing({ court, caseNumber, title, parties }: Heading): readonly Wanted[] {
  return [
    [court, 'the court'],
    [caseNumber, 'the case number'],
    [title + parties.map(({ name }) => name).join(''), 'the parties'],
  ];
}

function missingOf(wanted: readonly Wanted[]): readonly string[] {
  return wanted.flatMap(([value, name]) => (value === '' ? [name] : []));
}
