import { createPortal } from 'react-dom';
import type { Redaction } from '../../../shared/models/redaction';
import { printMoment } from '../../strings/dates';
import { placeText, reasonName } from '../../strings/redaction';

/** The rows of a redaction log (domain research 3.4): page, place, reason. */
export function LogTable({ redaction }: { readonly redaction: Redaction }) {
  return (
    <table className="redact-log">
      <thead>
        <tr>
          <th>Page</th>
          <th>Where</th>
          <th>Why</th>
          <th>Printed</th>
        </tr>
      </thead>
      <tbody>
        {redaction.boxes.map((box, index) => (
          <tr key={`${index} ${box.page}`}>
            <td>{box.page}</td>
            <td>{placeText(box)}</td>
            <td dir="auto">
              {reasonName(box.reason)}
              {box.note === '' ? null : `: ${box.note}`}
            </td>
            <td dir="auto">{box.words === '' ? 'nothing' : box.words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The log on paper. Seen only by the printer. */
export function PaperLog({
  redaction,
  exhibitRef,
}: {
  readonly redaction: Redaction;
  readonly exhibitRef: string;
}) {
  return createPortal(
    <div className="paper-log" aria-hidden>
      <h1>Redaction log, {exhibitRef}</h1>
      <p>
        Version {redaction.version}, made by {redaction.author} on {printMoment(redaction.createdAt)}. The
        original is kept unchanged.
      </p>
      <LogTable redaction={redaction} />
      <p>SHA-256 of the redacted copy: {redaction.sha256}</p>
      <p>SHA-256 of the original: {redaction.parentSha256}</p>
    </div>,
    document.body,
  );
}
