import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ReactNode } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { RedactionPanel } from '../redaction/redaction-panel';
import { FactsPanel } from './facts-panel';

interface Panel {
  readonly id: string;
  readonly label: string;
  readonly show: (item: EvidenceDetail) => ReactNode;
}

/** Beside the picture: everything that is known about an item, one subject a tab. */
export function ItemPanels({
  item,
  onChooseDate,
}: {
  readonly item: EvidenceDetail;
  readonly onChooseDate: () => void;
}) {
  const panels: readonly Panel[] = [
    { id: 'facts', label: 'Facts', show: () => <FactsPanel item={item} onChoose={onChooseDate} /> },
    { id: 'redaction', label: 'Redaction', show: (shown) => <RedactionPanel item={shown} /> },
  ];
  return (
    <aside className="card panel item-panels" aria-label="What is known about it">
      <Tabs>
        <TabList aria-label="What is known about it" className="tabs">
          {panels.map(({ id, label }) => (
            <Tab key={id} id={id} className="tab">
              {label}
            </Tab>
          ))}
        </TabList>
        {panels.map(({ id, show }) => (
          <TabPanel key={id} id={id} className="tab-panel">
            {show(item)}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  );
}
