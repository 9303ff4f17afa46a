import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { ReactNode } from 'react';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import { ContinuityPanel } from '../continuity/continuity-panel';
import { CertificateDialog } from '../exhibits/certificate-dialog';
import { ProvenancePanel } from '../provenance/provenance-panel';
import { TextPanel } from '../text/text-panel';
import { MessagesLink } from '../messages/messages-link';
import { LikenessPanel } from '../likeness/likeness-panel';
import { RedactionPanel } from '../redaction/redaction-panel';
import { FactsPanel } from './facts-panel';

interface Panel {
  readonly id: string;
  readonly label: string;
  readonly show: (item: EvidenceDetail) => ReactNode;
  /** Holds what is typed: it stays while another tab is looked at. */
  readonly keeps?: true;
}

const likeness: Panel = {
  id: 'likeness',
  label: 'Alike',
  show: (item) => <LikenessPanel caseId={item.caseId} itemId={item.id} />,
};

const continuity: Panel = {
  id: 'continuity',
  label: 'Continuity',
  show: (item) => (
    <ContinuityPanel item={item} printing={(close) => <CertificateDialog item={item} onClose={close} />} />
  ),
};

/** Beside the picture: everything that is known about an item, one subject a tab. */
export function ItemPanels({
  item,
  onChooseDate,
  onSayShown,
  startsWith,
}: {
  readonly item: EvidenceDetail;
  readonly onChooseDate: () => void;
  readonly onSayShown: () => void;
  /** The tab that is open at first, with its form. */
  readonly startsWith?: 'provenance';
}) {
  const panels: readonly Panel[] = [
    {
      id: 'facts',
      label: 'Facts',
      show: () => <FactsPanel item={item} onChoose={onChooseDate} onSayShown={onSayShown} />,
    },
    { id: 'text', label: 'Text', show: (shown) => <TextPanel item={shown} /> },
    {
      id: 'provenance',
      label: 'Where it came from',
      show: () => <ProvenancePanel item={item} startsOpen={startsWith === 'provenance'} />,
      keeps: true,
    },
    continuity,
    ...(item.kind === 'image' ? [likeness] : []),
    { id: 'redaction', label: 'Redaction', show: (shown) => <RedactionPanel item={shown} /> },
  ];
  return (
    <aside className="card panel item-panels" aria-label="What is known about it">
      <MessagesLink item={item} />
      <Tabs defaultSelectedKey={startsWith ?? 'facts'}>
        <TabList aria-label="What is known about it" className="tabs">
          {panels.map(({ id, label }) => (
            <Tab key={id} id={id} className="tab">
              {label}
            </Tab>
          ))}
        </TabList>
        {panels.map(({ id, show, keeps }) => (
          <TabPanel
            key={id}
            id={id}
            className="tab-panel"
            {...(keeps === true ? { shouldForceMount: true } : {})}
          >
            {show(item)}
          </TabPanel>
        ))}
      </Tabs>
    </aside>
  );
}
