import type { FoundItem } from '../../../shared/contract/vault-methods';
import type { PackRedaction } from '../../../shared/models/pack';
import { Button } from '../../components/button';
import { CheckboxField, SelectField } from '../../components/fields';
import { printBestDate } from '../../strings/dates';
import { packText as words } from '../../strings/pack';
import type { PackChoice } from './pack-choice';

interface Props {
  readonly items: readonly FoundItem[];
  readonly redactions: readonly PackRedaction[];
  readonly choice: PackChoice;
  readonly onChange: (choice: PackChoice) => void;
}

const original = 'original';

/** Which exhibits go, and as what where there is a redacted copy. */
export function PackExhibits({ items, redactions, choice, onChange }: Props) {
  const choose = (ids: readonly string[]): void => {
    onChange({ ...choice, itemIds: new Set(ids) });
  };
  const cited = items.filter(({ citedBy }) => citedBy > 0);
  return (
    <section className="card pack-exhibits" aria-label={words.exhibits}>
      <div className="pack-head">
        <h2>{words.exhibits}</h2>
        <span className="quiet num" role="status">
          {words.ofAll(choice.itemIds.size, items.length)}
        </span>
        <div className="row">
          <Button
            onPress={() => {
              choose(items.map(({ id }) => id));
            }}
          >
            {words.all}
          </Button>
          {cited.length === 0 ? null : (
            <Button
              onPress={() => {
                choose(cited.map(({ id }) => id));
              }}
            >
              {words.cited}
            </Button>
          )}
          <Button
            isDisabled={choice.itemIds.size === 0}
            onPress={() => {
              choose([]);
            }}
          >
            {words.none}
          </Button>
        </div>
      </div>
      <ul className="pack-rows" aria-label={words.exhibits} tabIndex={0}>
        {items.map((item) => (
          <li key={item.id}>
            <Exhibit
              item={item}
              redactions={redactions.filter(({ itemId }) => itemId === item.id)}
              choice={choice}
              onChange={onChange}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Exhibit({
  item: { id, exhibitRef, title, bestDate },
  redactions,
  choice,
  onChange,
}: Omit<Props, 'items'> & { readonly item: FoundItem }) {
  const isIn = choice.itemIds.has(id);
  const copies = redactions.filter(({ isDoubtful }) => !isDoubtful);
  const copy = choice.copies.get(id);
  return (
    <div className="pack-row">
      <CheckboxField
        value={isIn}
        onChange={(on) => {
          const others = [...choice.itemIds].filter((each) => each !== id);
          onChange({ ...choice, itemIds: new Set(on ? [...others, id] : others) });
        }}
      >
        <span className="wrap-anywhere" dir="auto">
          <strong>{exhibitRef}</strong> {title} <span className="quiet small">{printBestDate(bestDate)}</span>
        </span>
      </CheckboxField>
      {isIn && redactions.length > 0 ? (
        <SelectField
          label={words.whichCopy(exhibitRef)}
          hideLabel
          placeholder={words.whichPlaceholder}
          options={[
            { id: original, label: words.original },
            ...copies.map((each) => ({ id: each.id, label: words.redacted(each.version, each.createdAt) })),
          ]}
          value={copy === undefined ? null : (copy ?? original)}
          onChange={(next) => {
            const chosen = next === original ? null : next;
            onChange({ ...choice, copies: new Map([...choice.copies, [id, chosen]]) });
          }}
        />
      ) : null}
    </div>
  );
}
