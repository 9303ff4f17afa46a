import type { TextLab } from '../../../../electron/vault/api';
import type { LabRequest } from '../../../../shared/contract/lab';
import type { Word } from '../../../../shared/models/text';

/** Words of a line of text, each ten units wide and high. */
export function wordsOf(...lines: readonly string[]): Word[] {
  return lines.flatMap((text, line) =>
    text.split(' ').map((word, index) => ({
      text: word,
      x: index * 12,
      y: line * 12,
      w: 10,
      h: 10,
      confidence: 90,
      line,
    })),
  );
}

type Request = Extract<LabRequest, { type: 'recognise' | 'pdf-text' | 'language' }>;

/**
 * Answers as the text lab does, without reading: plain Node has no Chromium. A picture says what its bytes say; the
 * pages of a PDF say their number, the even ones as pictures only. A test may give `before`, which may throw a code.
 */
export function pretendTextLab(before: (request: Request) => Promise<void> | void = () => undefined): {
  readonly lab: TextLab;
  readonly asked: Request[];
  rests: number;
} {
  const asked: Request[] = [];
  const answer = async (request: Request): Promise<unknown> => {
    asked.push(request);
    await before(request);
    switch (request.type) {
      case 'recognise': {
        const said =
          request.page === null ? Buffer.from(request.bytes).toString('latin1') : `scan ${request.page}`;
        return {
          width: 400,
          height: 300,
          words: wordsOf(...said.split('\n')),
          engine: 'Pretended',
          lies: 0,
          crooked: 0,
        };
      }
      case 'pdf-text': {
        const last = Math.min(request.to, 5);
        const read = [];
        for (let page = request.from; page <= last; page += 1) {
          const words = page % 2 === 0 ? [] : wordsOf(`Own text of page ${page} of a long letter`);
          read.push({ page, width: 400, height: 300, words });
        }
        return { pages: 5, read };
      }
      case 'language':
        return { engine: 'Pretended' };
    }
  };
  const made = {
    lab: {
      ask: answer as TextLab['ask'],
      rest: () => {
        made.rests += 1;
      },
    },
    asked,
    rests: 0,
  };
  return made;
}
