import { printUkMoment } from '../../../shared/domain/dates/uk-moment';
import type { ContinuityRow, ContinuityStep, OwnStep } from '../../../shared/models/continuity';
import { html } from '../print/html';
import type { Html } from '../print/html';

/** What the rows of `stepsTable` are set in. */
export const stepsStyle = '.when{width:118pt}.old{color:#555;text-decoration:line-through}';

/** Through whose hands an exhibit went, oldest first. */
export function stepsTable(steps: readonly ContinuityStep[]): Html {
  if (steps.length === 0) return html`<p>Nothing is recorded.</p>`;
  return html`<table>
    <thead>
      <tr>
        <th class="when">When</th>
        <th>What</th>
      </tr>
    </thead>
    <tbody>
      ${steps.map((step) => (step.type === 'own' ? ownRow(step.step) : handoverRow(step.row)))}
    </tbody>
  </table>`;
}

function ownWords({ kind, title, page }: OwnStep): string {
  const where = page === null ? '' : `, page ${page}`;
  switch (kind) {
    case 'taken-in':
      return 'Taken into the vault, unchanged and encrypted';
    case 'again':
      return 'The same content was handed in again';
    case 'opened':
      return 'The PDF was opened with its password; the original stayed as it is';
    case 'turned':
      return 'Pages were turned for showing and printing, or turned back; the original stayed as it is';
    case 'copy-saved':
      return 'A copy was saved outside the vault';
    case 'bundle-built':
      return `Put into the bundle “${title}”${where}`;
    case 'bundle-saved':
      return `The bundle “${title}” was saved outside the vault${where}`;
    case 'pack-made':
      return `Went into an evidence pack, for: ${title}`;
    case 'package-sent':
      return 'Went into an encrypted package of the case for another office';
    case 'package-received':
      return 'Came from another office in an encrypted package';
    case 'certificate':
      return 'A paper like this was printed';
    case 'redacted':
      return 'A redacted copy was made or changed; the original stayed as it is';
  }
}

function ownRow(step: OwnStep): Html {
  return html`<tr>
    <td>${printUkMoment(step.at)}</td>
    <td dir="auto">${ownWords(step)}, by ${step.author}</td>
  </tr>`;
}

function handoverRow(each: ContinuityRow): Html {
  const details = [
    each.place === '' ? '' : `Place: ${each.place}`,
    `Purpose: ${each.purpose}`,
    each.seal === '' ? '' : `Seal or packaging: ${each.seal}`,
    each.fingerprintConfirmed ? 'Fingerprint compared' : 'No comparison of the fingerprint noted',
    each.confirmation === '' ? '' : `Confirmed: ${each.confirmation}`,
    each.note,
  ].filter((part) => part !== '');
  return html`<tr>
    <td>${each.printedDate}</td>
    <td dir="auto">
      <p class="${each.correctedBy.length === 0 ? '' : 'old'}">
        <b>${each.from} to ${each.to}</b>. ${details.join('. ')}
      </p>
      <p class="quiet">
        ${each.planned ? 'Still to come when it was written down. ' : ''}${each.corrects === null ? '' : 'Puts an earlier row right. '}${each.correctedBy.length === 0 ? '' : 'Put right by a later row. '}Written
        down by ${each.author}, ${printUkMoment(each.recordedAt)}
      </p>
    </td>
  </tr>`;
}
