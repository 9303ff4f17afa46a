import { RawPdf, letter, line } from './raw-pdf';
import type { CorpusPdf } from './kinds';

/** Three pages of a statement. */
export function statement(change: (pdf: RawPdf) => void = () => undefined): Buffer {
  const pdf = new RawPdf();
  for (const page of [1, 2, 3])
    pdf.page({ content: `${line(`STATEMENT PAGE ${page}`, 50, 800, 18)}\n${letter(760, 20)}` });
  change(pdf);
  return pdf.bytes();
}

function sheet(
  name: string,
  box: readonly [number, number, number, number],
  more = '',
  content = letter(),
): CorpusPdf {
  const pdf = new RawPdf();
  pdf.page({ content: `${line(name, box[0] + 20, box[3] - 40)}\n${content}`, box, more });
  return { name: `sheet-${name}`, bytes: pdf.bytes() };
}

/** A second version saved behind the first, as programs do that only add (incremental update). */
function changedLater(): Buffer {
  const before = statement();
  const text = before.toString('latin1');
  const start = Number(/startxref\n(\d+)/u.exec(text)?.[1] ?? 0);
  const size = Number(/\/Size (\d+)/u.exec(text)?.[1] ?? 0);
  const content = line('PAGE ONE, AS IT WAS CHANGED LATER', 50, 700, 18);
  // Object 4 is the content of page 1.
  const object = `4 0 obj\n<</Length ${content.length}>>\nstream\n${content}\nendstream\nendobj\n`;
  const at = before.length;
  const xref = at + object.length;
  const tail = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${size}/Root 1 0 R/Prev ${start}>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.concat([before, Buffer.from(object + tail, 'latin1')]);
}

/** Pages below pages, and what they have in common said once above them. */
function nested(): Buffer {
  const pdf = new RawPdf();
  const content = pdf.stream('', `${line('INHERITED', 50, 700, 18)}\n${letter(660)}`);
  // The number of the node is known beforehand: it comes behind its two pages.
  const node = content + 3;
  const leaf = `<</Type/Page/Parent ${node} 0 R/Contents ${content} 0 R>>`;
  const leaves = [pdf.add(leaf), pdf.add(leaf)];
  pdf.kid(
    pdf.add(
      `<</Type/Pages/Parent 2 0 R/Count 2/Kids[${leaves.map((each) => `${each} 0 R`).join(' ')}]/MediaBox[0 0 595 842]/Rotate 0/Resources<</Font<</F1 3 0 R>>>>>>`,
    ),
    2,
  );
  return pdf.bytes();
}

function replaced(from: string, to: string): Buffer {
  return Buffer.from(statement().toString('latin1').replace(from, to), 'latin1');
}

/** Pages of all sizes, and files that are put together in all ways. */
export function structurePdfs(): readonly CorpusPdf[] {
  const whole = (name: string, bytes: Buffer): CorpusPdf => ({ name: `file-${name}`, bytes });
  return [
    sheet('letter', [0, 0, 612, 792]),
    sheet('a3', [0, 0, 842, 1191]),
    sheet('a5', [0, 0, 420, 595], '', letter(500, 4)),
    sheet('landscape', [0, 0, 842, 595], '', letter(500, 8)),
    sheet(
      'receipt',
      [0, 0, 200, 700],
      '',
      Array.from({ length: 20 }, (_, row) => line(`Item ${row}  GBP 4.20`, 10, 620 - row * 24, 11)).join(
        '\n',
      ),
    ),
    sheet('turned-right', [0, 0, 595, 842], '/Rotate 90'),
    sheet('turned-over', [0, 0, 595, 842], '/Rotate 180'),
    sheet('turned-left', [0, 0, 595, 842], '/Rotate 270'),
    sheet('from-elsewhere', [-300, -400, 295, 442], '', line('AROUND THE ORIGIN', -200, 0, 20)),
    sheet('double-units', [0, 0, 297, 421], '/UserUnit 2', line('TWICE AS LARGE', 30, 300, 10)),
    whole('plain', statement()),
    whole('changed-later', changedLater()),
    whole('nested-pages', nested()),
    whole('wrong-startxref', replaced('startxref\n', 'startxref\n9')),
    whole(
      'no-table-at-all',
      Buffer.from(
        statement()
          .toString('latin1')
          .replace(/xref\n0[^]*?trailer/u, 'trailer'),
        'latin1',
      ),
    ),
    whole(
      'wrong-length',
      Buffer.from(
        statement()
          .toString('latin1')
          .replace(/\/Length \d+/u, '/Length 7'),
        'latin1',
      ),
    ),
    whole('words-before-it', Buffer.concat([Buffer.from('From: somebody\r\n\r\n'), statement()])),
    whole('words-behind-it', Buffer.concat([statement(), Buffer.from('\r\n--boundary--\r\n'.repeat(20))])),
    whole('no-end', statement().subarray(0, -12)),
    whole('old-version', replaced('%PDF-1.7', '%PDF-1.1')),
    whole('new-version', replaced('%PDF-1.7', '%PDF-2.0')),
    whole(
      'content-in-pieces',
      statement((pdf) => {
        pdf.page({ content: ['BT /F1 18 Tf 50', '700 Td', '(IN PIECES) Tj', 'ET'] });
      }),
    ),
    whole('layers-that-are-shown', layers('/ON', 'SHOWN')),
    whole('many-pages', many(12)),
  ];
}

function many(count: number): Buffer {
  const pdf = new RawPdf();
  for (let page = 1; page <= count; page += 1)
    pdf.page({ content: line(`PAGE ${page} OF ${count}`, 50, 700, 20) });
  return pdf.bytes();
}

/** A line in a layer that is shown, or is not. */
export function layers(state: '/ON' | '/OFF', text: string): Buffer {
  const pdf = new RawPdf();
  const layer = pdf.ref('<</Type/OCG/Name(Layer)>>');
  pdf.catalog = `/OCProperties<</OCGs[${layer}]/D<</BaseState/ON${state}[${layer}]>>>>`;
  pdf.page({
    content: `${letter()} /OC /L BDC ${line(text, 50, 400, 18)} EMC`,
    resources: `/Properties<</L ${layer}>>`,
  });
  return pdf.bytes();
}
