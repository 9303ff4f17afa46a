import { Failure } from '../../components/failure';
import { Notice } from '../../components/parts';
import { counted } from '../../strings/counts';
import { leavingText } from '../../strings/leaving';
import { LeavingDialog } from '../leaving/leaving-dialog';
import type { Printing } from './use-printing';

/** How printing ended: what is there now, and that it is not protected there; before, what is to be decided first. */
export function PrintingResult({ printing }: { readonly printing: Printing }) {
  return (
    <>
      <Result printing={printing} />
      <LeavingDialog gate={printing.gate} submit={leavingText.savePaper} />
    </>
  );
}

function Result({ printing: { problem, printed } }: { readonly printing: Printing }) {
  if (problem !== null) return <Failure code={problem} />;
  if (printed === null) return null;
  return (
    <Notice tone="green" title={`Saved as a PDF of ${counted(printed.pages, 'page', 'pages')}`}>
      It was read back and compared. It is not encrypted where it is now.
    </Notice>
  );
}
