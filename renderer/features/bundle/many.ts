import { exhibitedIn } from '../../../shared/domain/bundle/cover-sheets';
import { hasPages } from '../../../shared/domain/bundle/has-pages';
import { decide } from '../../../shared/domain/bundle/choices';
import type { EvidenceItem, EvidenceKind } from '../../../shared/models/evidence';
import type { BundleChoices } from '../../../shared/models/leaving';
import { kindWords } from '../../strings/kinds';
import { manyText as words } from '../../strings/bundle';

type Item = Pick<EvidenceItem, 'id' | 'preview' | 'citedBy' | 'kind' | 'document'>;

/** A choice of many exhibits at once: what it is called, and what it makes of the choices. */
export interface Many {
  readonly id: string;
  readonly label: string;
  readonly choose: (choices: BundleChoices) => BundleChoices;
}

/** What can be chosen at once. Exhibits that cannot be shown are not chosen. */
export function manyOf(items: readonly Item[]): readonly Many[] {
  const ready = items.filter(hasPages);
  const cited = ready.filter(({ citedBy }) => citedBy > 0);
  const others = ready.filter(({ citedBy }) => citedBy === 0);
  const put =
    (some: readonly Item[], isIn: boolean) =>
    (choices: BundleChoices): BundleChoices =>
      decide(
        items,
        choices,
        some.map(({ id }) => id),
        isIn,
      );
  const kinds = [...new Set(ready.map(({ kind }) => kind))];
  const ofKind = (kind: EvidenceKind) => ready.filter((item) => item.kind === kind);
  return [
    { id: 'all', label: words.all(ready.length), choose: put(ready, true) },
    { id: 'none', label: words.none(ready.length), choose: put(ready, false) },
    ...(cited.length === 0
      ? []
      : [
          {
            id: 'cited',
            label: words.cited(cited.length),
            choose: (choices: BundleChoices) => put(others, false)(put(cited, true)(choices)),
          },
        ]),
    ...sheetsOf(items),
    ...kinds.flatMap((kind) => {
      const some = ofKind(kind);
      return [
        { id: `in ${kind}`, label: words.kindIn(kindWords[kind], some.length), choose: put(some, true) },
        { id: `out ${kind}`, label: words.kindOut(kindWords[kind], some.length), choose: put(some, false) },
      ];
    }),
  ];
}

/** Cover sheets before all that can have one, beside those that were chosen. */
function sheetsOf(items: readonly Item[]): readonly Many[] {
  const exhibited = exhibitedIn(items);
  const statements = items.filter(({ document }) => document?.what === 'statement');
  const exhibits = items.filter(({ id, document }) => document === null && exhibited.has(id));
  const before =
    (some: readonly Item[]) =>
    (choices: BundleChoices): BundleChoices => ({
      ...choices,
      coverSheets: [...new Set([...choices.coverSheets, ...some.map(({ id }) => id)])],
    });
  return [
    ...(statements.length === 0
      ? []
      : [
          {
            id: 'sheets statements',
            label: words.sheetsStatements(statements.length),
            choose: before(statements),
          },
        ]),
    ...(exhibits.length === 0
      ? []
      : [{ id: 'sheets exhibits', label: words.sheetsExhibits(exhibits.length), choose: before(exhibits) }]),
    ...(statements.length + exhibits.length === 0
      ? []
      : [
          {
            id: 'sheets none',
            label: words.noSheets,
            choose: (choices: BundleChoices) => ({ ...choices, coverSheets: [] }),
          },
        ]),
  ];
}
