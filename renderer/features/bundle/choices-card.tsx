import type { BundleOf } from './bundle-of';
import { AlsoMake } from './also-make';
import { ChooseMany } from './choose-many';
import { ContentsList } from './contents-list';
import { CoverFields } from './cover-fields';
import { contentsText, coverText } from '../../strings/bundle';
import type { Desk } from './use-desk';
import { ViewField } from './view-field';

/** What goes into the bundle: its cover, its parts, each exhibit and their order. */
export function ChoicesCard({
  of,
  desk,
  onShow,
}: {
  readonly of: BundleOf;
  readonly desk: Desk;
  /** Shows the page on which a part begins, by its key. */
  readonly onShow: (key: string) => void;
}) {
  const { items, proceedings, owner, views } = of;
  const { choices, change, profile, included, rows } = desk;
  return (
    <section className="card contents" aria-label={coverText.label}>
      <h2 className="hidden-visually">{coverText.label}</h2>
      <div className="head">
        <CoverFields
          caseId={owner.id}
          proceedings={proceedings}
          profile={profile}
          choices={choices}
          onChange={change}
        />
        <ViewField views={views} entries={owner.entryCount} choices={choices} onChange={change} />
        <AlsoMake profile={profile} choices={choices} onChange={change} />
      </div>
      <div className="counted">
        <span className="num" role="status">
          {contentsText.count(included.length, items.length)}
        </span>
        <ChooseMany caseId={owner.id} items={items} views={views} choices={choices} onChange={change} />
      </div>
      <ContentsList
        rows={rows}
        entries={owner.entryCount}
        views={views}
        profile={profile}
        items={items}
        choices={choices}
        onChange={change}
        onShow={onShow}
      />
    </section>
  );
}
