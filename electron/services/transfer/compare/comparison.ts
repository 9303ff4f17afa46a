import { comparePackage } from '../../../../shared/domain/merge/compare';
import type { ComparedRecord as Compared } from '../../../../shared/domain/merge/compare';
import { clocksBeside } from '../../../../shared/domain/merge/clock';
import { visible } from '../../../../shared/domain/visible-text';
import type { ComparedRecord, PackageComparison } from '../../../../shared/models/package-comparison';
import { nothingDecided } from '../../../../shared/models/package-decisions';
import { kindOf } from '../../../../shared/records/all';
import type { VaultContext } from '../../../vault/api';
import { copyBeside, knownKinds } from '../../../vault/records/receive-versions';
import { planJoin, recordsAbout, standingOfItems } from '../plan-join';
import type { Contents } from '../read-contents';
import { newRedactions } from '../records/redactions';
import { comparedItems, itemsNotThere, sharedReferences } from './compared-items';
import { comparedSeries } from './compared-series';

type Reading = Pick<VaultContext, 'db' | 'now'>;

/** More than these are not listed one by one, and are taken. */
const mostListed = 20_000;

/** What a package says beside what is here. */
export function comparison(
  context: Reading,
  { manifest, recipient, records }: Contents,
  manifestSha256: string,
): PackageComparison {
  const { caseId } = manifest;
  const plan = planJoin(context, records, nothingDecided);
  const compared = comparedRecords(context, manifest.sender.fingerprint, records);
  const about = aboutItems(context, records);
  const told = compared.filter(({ recordId }) => !about.has(recordId));
  const listed = told.flatMap((each) => listedRecord(each, plan.isNewCase) ?? []);
  const count = (fits: (each: Compared) => boolean): number => told.filter(fits).length;
  const items = comparedItems(context, records);
  const coming = new Set(plan.newItems.map(({ id }) => id));
  return {
    packageId: manifest.packageId,
    manifestSha256,
    joins: !plan.isNewCase,
    sameReference: sameReference(context, caseId, manifest.caseReference),
    clocks: clocksOf(context, manifest.createdAt),
    records: listed.slice(0, mostListed),
    counts: {
      same: count(({ verdict }) => verdict === 'same'),
      changedHere: count(({ verdict }) => verdict === 'changed-here'),
      unreadable: count(({ readability }) => readability !== 'readable'),
      itemsSame: plan.itemsHere.length,
      itemsNotThere: itemsNotThere(context, records),
      redactedCopies: newRedactions(context, records.redactions, coming).length,
      notListed: Math.max(0, listed.length - mostListed),
    },
    items,
    sharedReferences: sharedReferences(context, records, plan),
    series: comparedSeries(context, records, recipient),
  };
}

function comparedRecords(
  { db }: Reading,
  office: string,
  { caseId, versions }: Contents['records'],
): readonly Compared[] {
  const { copy, arrived } = copyBeside(db, caseId, versions);
  const mergeOf = (kind: string): 'ask' | 'append' => kindOf(kind)?.merge ?? 'ask';
  return comparePackage(copy, { caseId, office, sentAt: 0, versions: arrived }, knownKinds(), mergeOf);
}

/** Records about exhibits that are not here: they come, or stay out, with these. */
function aboutItems(context: Reading, records: Contents['records']): ReadonlySet<string> {
  const standing = standingOfItems(context, records);
  const away = [...standing].filter(([, stands]) => stands !== 'here').map(([id]) => id);
  return recordsAbout(records.versions, new Set(away));
}

/** Exhibits and their series name a producer, and all hangs on the case. */
function listedRecord(
  { recordId, kind, verdict, readability, shown, accept }: Compared,
  isNewCase: boolean,
): ComparedRecord | null {
  if (verdict === 'same' || verdict === 'changed-here') return null;
  const isBearing = kind === 'producer' || (isNewCase && kind === 'case');
  const known = kindOf(kind);
  const body = shown?.body ?? null;
  const title = known === undefined || body === null || !known.isBody(body) ? '' : known.title(body);
  return {
    ...{ id: recordId, kind, title: visible(title).slice(0, 300), verdict, readability, isBearing },
    accept: [...accept],
  };
}

function sameReference({ db }: Reading, caseId: string, reference: string): readonly string[] {
  return db
    .prepare('SELECT alias FROM cases WHERE reference = ? AND id <> ? ORDER BY alias')
    .pluck()
    .all(reference, caseId) as string[];
}

function clocksOf({ now }: Reading, createdAt: string): PackageComparison['clocks'] {
  const beside = clocksBeside({ sentAt: Date.parse(createdAt) }, now().getTime());
  const instant = (at: number): string => new Date(at).toISOString();
  return beside === null ? null : { theirs: instant(beside.theirs), ours: instant(beside.ours) };
}
