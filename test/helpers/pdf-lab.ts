import type { Lab, TextLab } from '../../electron/vault/api';
import { listHeld, takeHeld } from '../../renderer/lab/pdf-held';
import { openAnew } from '../../renderer/lab/pdf-open';
import { LabProblem } from '../../renderer/lab/kit/problem';
import { withPdf } from '../../renderer/lab/pdfium/engine';
import { lookBeside } from '../../renderer/lab/pdfium/held';
import { infoOf } from '../../renderer/lab/pdfium/info';
import { lettersOf, wordsOf } from '../../renderer/lab/pdfium/letters';
import { withSheet } from '../../renderer/lab/pdfium/sheet';
import { examined, pdfSays, saidAnswer } from './said-lab';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { HoldfastError } from '../../shared/errors';
import type { Word } from '../../shared/models/text';

const picture = { mime: 'image/webp', bytes: new Uint8Array([1, 2, 3]), width: 3, height: 2 } as const;

/** What the recogniser is to find of every page. */
type Lies = Partial<Pick<LabAnswer<'recognise'>, 'lies' | 'crooked'>>;

/** A lab that opens PDFs as the real one does, and draws nothing: plain Node has no canvas. */
export function pdfLab(found: Lies = {}): {
  readonly lab: Lab;
  readonly textLab: TextLab;
  readonly asked: LabRequest[];
} {
  const asked: LabRequest[] = [];
  const answer = async (request: LabRequest): Promise<unknown> => {
    // What only reads is answered by the real reader; what is examined is asked for as the picture that is then drawn.
    if (request.type === 'facts' || request.type === 'clean') return saidAnswer(request);
    if (request.type === 'examine') return examined(request, answer);
    asked.push(request);
    try {
      return await answerTo(request, found);
    } catch (error) {
      throw error instanceof LabProblem ? new HoldfastError(error.code) : error;
    }
  };
  return {
    lab: { ask: answer as Lab['ask'] },
    textLab: { ask: answer as TextLab['ask'], rest: () => undefined },
    asked,
  };
}

async function answerTo(request: LabRequest, { lies = 180, crooked = 0 }: Lies): Promise<unknown> {
  switch (request.type) {
    case 'pdf':
      return openPdf(request.bytes);
    case 'pdf-open':
      return openAnew(request);
    case 'pdf-held':
      return listHeld(request);
    case 'pdf-file':
      return takeHeld(request);
    case 'pdf-text':
      return textOf(request);
    case 'pdf-page':
      return { ...picture, mime: 'image/png' };
    case 'image':
      return { width: 30, height: 20, tone: '#102030', thumb: picture, rendition: null };
    case 'recognise':
      return { width: 400, height: 300, words: [], engine: 'Pretended', lies, crooked };
    case 'video':
    case 'descriptor':
    case 'pdf-clean':
    case 'pdf-compare':
    case 'pdf-finished':
    case 'pdf-ready':
    case 'language':
    case 'redact':
    case 'check-redaction':
    case 'facts':
    case 'clean':
    case 'examine':
      throw new HoldfastError('unsupported-preview');
  }
}

function openPdf(bytes: Uint8Array): Promise<unknown> {
  return withPdf(bytes, async (file) => {
    const sizes: unknown[] = [];
    for (let index = 0; index < file.pages; index += 1)
      sizes.push(await withSheet(file, index, ({ width, height }) => ({ width, height })));
    const { files, marked } = lookBeside(file);
    const facts = await pdfSays(bytes, infoOf(file));
    return {
      ...{ pages: file.pages, sizes, textLength: 10, facts, files, marked: [...marked] },
      ...{ thumb: picture, tone: '#ffffff' },
    };
  });
}

function textOf({ bytes, from, to }: Extract<LabRequest, { type: 'pdf-text' }>): Promise<unknown> {
  return withPdf(bytes, async (file) => {
    const read: unknown[] = [];
    for (let page = from; page <= Math.min(to, file.pages); page += 1) {
      const words = await withSheet(file, page - 1, (sheet) =>
        wordsOf(lettersOf(sheet)).map(({ letters, line }): Word => ({
          text: letters.map(({ text }) => text).join(''),
          ...{ x: 0, y: line, w: 10, h: 10, confidence: null, line },
        })),
      );
      read.push({ page, width: 400, height: 300, words: words ?? [] });
    }
    return { pages: file.pages, read };
  });
}
