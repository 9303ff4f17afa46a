import { Copy } from 'lucide-react';
import { useState } from 'react';
import { printDate } from '../../../shared/domain/dates/print';
import type { OwnCard } from '../../../shared/models/office';
import { call, holdfast } from '../../kit/bridge';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { TextField } from '../../components/fields';
import { ownCardText as words } from '../../strings/offices';
import { QrCode } from './qr-code';
import { WordsList } from './words-list';

/** What this office gives to others: its card, and the words by which they know that the card is ours. */
export function OwnCardPanel({ card }: { readonly card: OwnCard }) {
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null);
  return (
    <section className="card pad stack" aria-label={words.label}>
      <h2 dir="auto">{words.title(card.name)}</h2>
      <p className="quiet">{words.lead}</p>
      <p className="quiet small">{words.made(printDate(card.made, null))}</p>
      <div className="row">
        <Button
          icon={<Copy aria-hidden />}
          onPress={() => {
            call(holdfast.offices.copyCard({})).then(
              () => {
                setCopied('copied');
              },
              () => {
                setCopied('failed');
              },
            );
          }}
        >
          {words.copy}
        </Button>
        <span role="status" className="quiet">
          {copied === null ? null : words[copied]}
        </span>
      </div>
      <h3>{words.readOut}</h3>
      <WordsList words={card.words} label={words.wordsLabel} />
      <Disclose title={words.qr}>
        <div className="stack">
          <p className="quiet">{words.qrHint}</p>
          <QrCode text={card.text} label={words.qrLabel} />
        </div>
      </Disclose>
      <Disclose title={words.asText}>
        <TextField label={words.label} rows={9} value={card.text} onChange={() => undefined} isReadOnly />
      </Disclose>
    </section>
  );
}
