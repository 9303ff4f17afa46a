import { ChevronDown } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { BundleChoices } from '../../../shared/models/leaving';
import { manyText as words } from '../../strings/bundle';
import { manyOf } from './many';

/** Many exhibits at once: all, none, those that entries cite, those of a kind. */
export function ChooseMany({
  items,
  choices,
  onChange,
}: {
  readonly items: readonly EvidenceItem[];
  readonly choices: BundleChoices;
  readonly onChange: (choices: BundleChoices) => void;
}) {
  const all = manyOf(items);
  return (
    <MenuTrigger>
      <AriaButton className="btn quiet" isDisabled={items.length === 0}>
        {words.open}
        <ChevronDown size={16} aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={words.open}
          items={all}
          onAction={(id) => {
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
  );
}
