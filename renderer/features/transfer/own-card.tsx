import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { OwnCard } from '../../../shared/models/office';
import { call, holdfast } from '../../kit/bridge';
import { Button } from '../../components/button';
import { Disclose } from '../../components/disclose';
import { TextField } from '../../components/fields';
import { WordsList } from './words-list';

/** What this office gives to others: its card, and the words by which they know that the card is ours. */
export function OwnCardPanel({ card }: { readonly card: OwnCard }) {
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null);
  return (
    <section className="card pad stack" aria-label="Our card">
      <h2 dir="auto">Our card: {card.name}</h2>
      <p className="quiet">
        Send it to the other office by any way: nobody can open or sign anything with it. Then ring them and
        let them compare.
      </p>
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
          Copy our card
        </Button>
        <span role="status" className="quiet">
          {copied === 'copied' ? 'Copied. Paste it into a mail.' : null}
          {copied === 'failed' ? 'It could not be copied. Open the text below and copy it there.' : null}
        </span>
      </div>
      <h3>Read these words out to them</h3>
      <WordsList words={card.words} label="The words of our card" />
      <Disclose title="The card as text">
        <TextField label="Our card" rows={9} value={card.text} onChange={() => undefined} isReadOnly />
      </Disclose>
    </section>
  );
}
