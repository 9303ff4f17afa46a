import { readFileSync } from 'node:fs';
import { tool } from './pdf';
import { entryFields, plant, planted } from './planted';

/** Every word that was planted, by where. */
const everyWord: Readonly<Record<string, string>> = {
  ...planted,
  ...Object.fromEntries(entryFields.map((field) => [`entry ${field}`, plant(`entry ${field}`)])),
  'entry quote': plant('entry quote'),
};

/** What of all that was planted stands in an output: in its text, or anywhere in its bytes once nothing in it is packed. */
export function wordsIn(path: string): readonly string[] {
  const bytes = readFileSync(path);
  const texts = [bytes.toString('latin1'), bytes.toString('utf8'), ...unpacked(path, bytes)].map((text) =>
    text.toLowerCase(),
  );
  const found = Object.entries(everyWord).filter(([, word]) =>
    texts.some(
      (text) => text.includes(word) || text.includes(Buffer.from(word, 'utf16le').toString('latin1')),
    ),
  );
  return found.map(([name]) => name).sort();
}

const readZip =
  'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(*(z.read(n).decode() for n in z.namelist()))';

function unpacked(path: string, bytes: Buffer): readonly string[] {
  if (path.endsWith('.docx')) return [tool('python3', '-c', readZip, path)];
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return [];
  const plain = `${path}.plain`;
  tool('qpdf', '--qdf', '--object-streams=disable', path, plain);
  return [
    tool('pdftotext', '-layout', path, '-'),
    tool('pdfinfo', path),
    readFileSync(plain).toString('latin1'),
  ];
}
