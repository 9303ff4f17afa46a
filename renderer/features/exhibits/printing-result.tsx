import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';
import type { Printing } from './use-printing';

/** How printing ended: what is there now, and that it is not protected there. */
export function PrintingResult({ printing }: { readonly printing: Printing }) {
  if (printing.problem !== null) return <Failure code={printing.problem} />;
  if (printing.printed === null) return null;
  return (
    <Notice tone="green" title={`Saved as a PDF of ${counted(printing.printed.pages, 'page', 'pages')}`}>
      It was read back and compared. It is not encrypted where it is now.
    </Notice>
  );
}
