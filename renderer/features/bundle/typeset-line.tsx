import { Check, GripVertical } from 'lucide-react';
import { Button, Checkbox, GridListItem } from 'react-aria-components';
import type { SectionRow, TypesetRow } from '../../../shared/domain/bundle/contents';
import type { SavedView } from '../../../shared/models/saved-view';
import type { BundleChoices } from '../../../shared/models/leaving';
import { contentsText as words, typesetText } from '../../strings/bundle';
import { bundleViewText } from '../../strings/bundle-view';

/** The list wants a grip in every row; what cannot be moved has one that nobody sees. */
function NoGrip() {
  return (
    <Button slot="drag" className="grip none" isDisabled>
      <GripVertical size={16} aria-hidden />
    </Button>
  );
}

/** The head of a section: its letter, and from which page to which. */
export function SectionLine({ row }: { readonly row: SectionRow }) {
  const { key, letter, section, first, last } = row;
  const name = words.section(letter, section.title);
  const pages = words.pages(first, last);
  return (
    <GridListItem className="section" id={key} textValue={`${name}, ${pages}`}>
      <NoGrip />
      <span className="grow wrap-anywhere">{name}</span>
      <span className={first === '' ? 'quiet small' : 'num'}>{pages}</span>
    </GridListItem>
  );
}

/** Which entries of the chronology it holds. */
function chronologyName(entries: number, views: readonly SavedView[], { viewId }: BundleChoices): string {
  if (viewId === null) return typesetText.chronology(entries);
  const view = views.find(({ id }) => id === viewId);
  return view === undefined ? bundleViewText.lineGone : bundleViewText.line(view.name);
}

/** A part that Holdfast sets itself: the chronology and its patterns can be left out, the record is always there. */
export function TypesetLine({
  row: { key, label },
  entries,
  views,
  choices,
  onChange,
}: {
  readonly row: TypesetRow;
  readonly entries: number;
  readonly views: readonly SavedView[];
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const name = key === 'chronology' ? chronologyName(entries, views, choices) : typesetText[key](entries);
  const field =
    key === 'record'
      ? null
      : key === 'chronology'
        ? ('includeChronology' as const)
        : ('includePatterns' as const);
  return (
    <GridListItem className="docrow" id={key} textValue={name}>
      <NoGrip />
      {field === null ? (
        <span />
      ) : (
        <Checkbox
          className="check"
          aria-label={name}
          isSelected={choices[field]}
          onChange={(on) => {
            onChange({ ...choices, [field]: on });
          }}
        >
          <span className="tick" aria-hidden>
            <Check strokeWidth={3} />
          </span>
        </Checkbox>
      )}
      <span className="wrap-anywhere">{name}</span>
      <span className="quiet num">{label}</span>
    </GridListItem>
  );
}
