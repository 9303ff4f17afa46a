import { canHaveSheet } from '../../../shared/domain/bundle/cover-sheets';
import { dropRows, intoSection, stepPlace } from '../../../shared/domain/bundle/contents';
import type { ContentsRow, ExhibitRow } from '../../../shared/domain/bundle/contents';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { BundleProfile } from '../../../shared/models/bundle-profile';
import type { BundleChoices } from '../../../shared/models/leaving';
import { contentsText as words } from '../../strings/bundle';

type Item = Pick<EvidenceItem, 'id' | 'kind' | 'preview' | 'redactions' | 'document'>;

/** Something that the menu of an exhibit does. */
export interface RowPlace {
  readonly id: string;
  readonly label: string;
  readonly choose: () => BundleChoices;
}

interface Given {
  readonly rows: readonly ContentsRow<Item>[];
  readonly profile: Pick<BundleProfile, 'sections' | 'usualSection'>;
  readonly choices: BundleChoices;
}

/** Where an exhibit can go, and as which copy: what can be done by dragging can be done without. */
export function placesOf(given: Given, row: ExhibitRow<Item>): readonly RowPlace[] {
  return [...steps(given, row), ...sections(given, row), ...copies(given, row), ...sheets(given, row)];
}

function steps({ rows, profile, choices }: Given, { key }: ExhibitRow<Item>): readonly RowPlace[] {
  return [false, true].flatMap((isLater) => {
    const place = stepPlace(rows, key, isLater);
    if (place === null) return [];
    return [
      {
        id: isLater ? 'later' : 'earlier',
        label: isLater ? words.later : words.earlier,
        choose: () => dropRows(profile, choices, rows, new Set([key]), place),
      },
    ];
  });
}

function sections(
  { rows, profile, choices }: Given,
  { key, sectionId }: ExhibitRow<Item>,
): readonly RowPlace[] {
  return rows.flatMap((row) =>
    row.kind !== 'section' || row.section.use !== 'items' || row.section.id === sectionId
      ? []
      : [
          {
            id: row.key,
            label: words.into(words.section(row.letter, row.section.title)),
            choose: () => intoSection(profile, choices, rows, key, row.section.id),
          },
        ],
  );
}

/** Of a statement, and of an exhibit that a statement refers to: the sheet before it. */
function sheets({ rows, choices }: Given, { key, item }: ExhibitRow<Item>): readonly RowPlace[] {
  const all = rows.flatMap((row) => (row.kind === 'exhibit' ? [row.item] : []));
  if (!canHaveSheet(all, item)) return [];
  const others = choices.coverSheets.filter((id) => id !== key);
  const hasSheet = others.length < choices.coverSheets.length;
  return [
    {
      id: 'sheet',
      label: hasSheet ? words.noSheet : words.toSheet,
      choose: () => ({ ...choices, coverSheets: hasSheet ? others : [...others, key] }),
    },
  ];
}

function copies({ choices }: Given, { key, item }: ExhibitRow<Item>): readonly RowPlace[] {
  if (item.redactions === 0) return [];
  const { unredacted } = choices;
  const others = unredacted.filter((id) => id !== key);
  const isOriginal = others.length < unredacted.length;
  return [
    {
      id: 'copy',
      label: isOriginal ? words.toRedacted : words.toOriginal,
      choose: () => ({ ...choices, unredacted: isOriginal ? others : [...others, key] }),
    },
  ];
}
