import { paperName } from '../../../shared/domain/paper-name';
import type { BundleCheck, BundlePlan } from '../../../shared/models/bundle';
import type { BundleProfile, CheckCode } from '../../../shared/models/bundle-profile';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { Route } from '../../kit/navigation';
import { checkActionText as words } from '../../strings/bundle';

type Item = Pick<EvidenceItem, 'id' | 'caseId' | 'exhibitRef' | 'title' | 'document' | 'kind' | 'preview'>;

/** A way from a check to the place where what it asks is done. */
export interface CheckAction {
  readonly key: string;
  /** What is done there, and to what: `Turn: AB/3`. */
  readonly name: string;
  readonly route: Route;
}

/** More would hide the checks themselves; the pages are all named. */
const mostLinks = 3;

type What = 'check' | 'redact' | 'answer' | 'turn';

/** What each row of a profile is answered by; what is not here is not about single exhibits. */
const ofCode: Partial<Readonly<Record<CheckCode, What>>> = {
  upright: 'turn',
  searchable: 'check',
  'dpi-least': 'check',
  'dpi-most': 'check',
  classes: 'answer',
};

/** The form in which what nobody has said of exhibits is said, by the check that names them. */
const forms: Readonly<Record<string, 'date' | 'provenance' | 'reference' | undefined>> = {
  undated: 'date',
  'dates-disagree': 'date',
  'no-producer': 'reference',
  'no-provenance': 'provenance',
};

/** Where to go from a row of the reading, exhibit by exhibit; none for one that is fine, or about none. */
export function checkActions(
  { id, state, pages }: BundleCheck,
  profile: Pick<BundleProfile, 'rows'> | null,
  plan: Pick<BundlePlan, 'rows'>,
  items: readonly Item[],
): readonly CheckAction[] {
  const what = whatOf(id, profile);
  if (state === 'ok' || what === null) return [];
  const byId = new Map(items.map((item) => [item.id, item]));
  const shown = new Set(
    pages.flatMap((page) => {
      const row = plan.rows.find(
        ({ itemId, firstPage, lastPage }) => itemId !== null && page >= firstPage && page <= lastPage,
      );
      return byId.get(row?.itemId ?? '') ?? [];
    }),
  );
  return [...shown].slice(0, mostLinks).map((item) => ({
    key: item.id,
    name: words.of(words[what], paperName(item)),
    route: routeOf(id, what, item),
  }));
}

function whatOf(id: string, profile: Pick<BundleProfile, 'rows'> | null): What | null {
  if (id === 'protected') return 'redact';
  if (id in forms || id.startsWith('sheet-')) return 'answer';
  if (id === 'blank' || id.startsWith('pdf-')) return 'check';
  const code = profile?.rows.find((row) => row.id === id)?.check;
  return code === undefined ? null : (ofCode[code] ?? null);
}

function routeOf(id: string, what: What, item: Item): Route {
  const { caseId, id: itemId, kind, preview, document } = item;
  const isDrawn = preview === 'ready' && (kind === 'image' || kind === 'pdf');
  if (what === 'redact' && isDrawn) return { name: 'redact', caseId, itemId };
  const page = { name: 'evidence-item', caseId, itemId, from: 'bundle' } as const;
  if (id === 'undated' && document !== null) return { ...page, form: 'document' };
  const form = forms[id];
  if (form !== undefined) return { ...page, form };
  if (id.startsWith('sheet-')) return { ...page, form: 'document' };
  return what === 'answer' ? { ...page, form: 'reference' } : page;
}
