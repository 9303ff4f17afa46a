import { ChevronDown, Plus } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { templates } from './templates';

const table = 'table';

/** A new entry, empty or begun as what comes up again and again. */
export function NewEntryButton({
  caseId,
  onTable,
}: {
  readonly caseId: string;
  /** Takes entries in from a table. */
  readonly onTable: () => void;
}) {
  const { go } = useNavigation();
  return (
    <span className="split-button">
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        onPress={() => {
          go({ name: 'chronology', caseId, draftFrom: [] });
        }}
      >
        New entry
      </Button>
      <MenuTrigger>
        <AriaButton className="btn primary icon" aria-label="Templates for an entry">
          <ChevronDown aria-hidden />
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label="Templates"
            items={[...templates, { id: table, label: 'From a table or a file …' }]}
            onAction={(id) => {
              if (id === table) onTable();
              else go({ name: 'chronology', caseId, beginAs: { template: String(id) } });
            }}
          >
            {(template) => (
              <MenuItem className="option" id={template.id}>
                {template.label}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  );
}
