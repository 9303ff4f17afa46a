import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { SavedView } from '../../../shared/models/saved-view';
import type { BundleChoices } from '../../../shared/models/leaving';
import { manyText as words } from '../../strings/bundle';
import { chooseByText } from '../../strings/choose-by';
import { ChooseByDialog } from './choose-by-dialog';
import { manyOf } from './many';

/** Many exhibits at once: all, none, those that entries cite, those of a kind. */
export function ChooseMany({
  caseId,
  items,
  views,
  choices,
  onChange,
}: {
  readonly caseId: string;
  readonly items: readonly EvidenceItem[];
  readonly views: readonly SavedView[];
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const all = manyOf(items);
  const [choosing, setChoosing] = useState(false);
  const by = { id: 'by', label: chooseByText.open };
  return (
    <>
      <MenuTrigger>
        <AriaButton className="btn quiet" isDisabled={items.length === 0}>
          {words.open}
          <ChevronDown size={16} aria-hidden />
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label={words.open}
            items={[by, ...all]}
            onAction={(id) => {
              if (id === by.id) setChoosing(true);
              const many = all.find((each) => each.id === id);
              if (many !== undefined) onChange(many.choose(choices));
            }}
          >
            {({ id, label }) => (
              <MenuItem className="option" id={id}>
                {label}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      {choosing ? (
        <ChooseByDialog
          caseId={caseId}
          items={items}
          views={views}
          choices={choices}
          onChange={onChange}
          onClose={() => {
            setChoosing(false);
          }}
        />
      ) : null}
    </>
  );
}
