import { createPortal } from 'react-dom';
import type { RecoveryKit } from '../../../shared/models/vault';
import { printDay } from '../../strings/dates';

/** What goes on paper: one page a sheet, without the name of anybody. Seen only by the printer. */
export function PaperSheets({ kit }: { readonly kit: RecoveryKit }) {
  return createPortal(
    <div className="paper-sheets" aria-hidden>
      {kit.sheets.map(({ number, of, words }) => (
        <section key={number}>
          <header>
            <h1>Holdfast recovery kit</h1>
            <p>
              {of === 1 ? 'The only sheet' : `Sheet ${number} of ${of}`} · {kit.label} ·{' '}
              {printDay(kit.madeAt)}
            </p>
          </header>
          <ol>
            {words.map((word, index) => (
              <li key={`${index} ${word}`}>{word}</li>
            ))}
          </ol>
          <p>
            {of === 1
              ? 'Whoever has this sheet and the laptop, or a backup, can read every case. Keep it where only you would look, and never with the laptop.'
              : `Any two of the ${of} sheets together open the vault; one alone says nothing. Give each to somebody else, and keep none with the laptop.`}
          </p>
          <p>
            To use it: start Holdfast, choose “Use the recovery kit” and type the words in their order
            {of === 1 ? '.' : ', with those of one other sheet that has the same four characters.'}
          </p>
          <p>Kept at: ……………………………………………………………………………</p>
        </section>
      ))}
    </div>,
    document.body,
  );
}
