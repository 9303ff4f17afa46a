import { hasPages } from '../../../shared/domain/bundle/has-pages';
import { decide } from '../../../shared/domain/bundle/choices';
import type { EvidenceItem, EvidenceKind } from '../../../shared/models/evidence';
import type { BundleChoices } from '../../../shared/models/leaving';
import { kindWords } from '../../strings/kinds';
import { manyText as words } from '../../strings/bundle';

type Item = Pick<EvidenceItem, 'id' | 'preview' | 'citedBy' | 'kind'>;

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
    ...kinds.flatMap((kind) => {
      const some = ofKind(kind);
      return [
        { id: `in ${kind}`, label: words.kindIn(kindWords[kind], some.length), choose: put(some, true) },
        { id: `out ${kind}`, label: words.kindOut(kindWords[kind], some.length), choose: put(some, false) },
      ];
    }),
  ];
}
