import { describe, expect, it } from 'vitest';
import { flowDocument } from '../../../../electron/services/print-pages/flow-document';
import type { Flow } from '../../../../electron/services/print-pages/flow-document';
import { slipDocument } from '../../../../electron/services/print-pages/slip-document';
import { tableDocument } from '../../../../electron/services/print-pages/table-document';

const caption = {
  exhibitRef: 'RB/7',
  title: 'Note <1>',
  dateText: '',
  dateSource: '',
  fileName: 'note & more.txt',
  sha256: 'cd'.repeat(32),
};
const flow = (change: Partial<Flow> = {}): Flow => ({
  ...{ caption, facts: [], remarks: [], heading: 'Lines of the file', isNumbered: true },
  ...{ lines: [], inside: null, insideHeading: 'Attachments' },
  extent: { total: 0, chosen: [], here: [], part: null, isCut: false },
  ...change,
});
const line = (number: number, text: string, page: string | null = null) => ({ number, page, text });

describe('the words of a file on paper', () => {
  it('are its lines, letter for letter, each with its number in the file', () => {
    const { html, words } = flowDocument(
      flow({ lines: [line(3, '  <b>&"'), line(4, ''), line(5, 'שלום 😀')] }),
    );
    expect(html).toContain('<th scope="row">3</th>');
    expect(html).toContain('<span class="said" dir="auto">  &lt;b&gt;&amp;&quot;</span>');
    expect(html).toContain('<span class="said" dir="auto">שלום 😀</span>');
    expect(words).toContain('  <b>&"\n\nשלום 😀');
    expect(html).toContain('No date is known.');
  });

  it('that are none are said to be none', () => {
    expect(flowDocument(flow()).html).toContain('There are no words in it.');
    expect(flowDocument(flow({ lines: [line(1, '')] })).html).toContain('There are no words in it.');
  });

  it('of several sheets stand under a heading for each', () => {
    const { html } = flowDocument(
      flow({
        isNumbered: false,
        lines: [line(1, 'a', 'Sheet 1'), line(2, 'b', 'Sheet 1'), line(1, 'c', 'Sheet 2')],
      }),
    );
    expect(html).toContain('<h3>Sheet 1</h3>');
    expect(html).toContain('<span class="said" dir="auto">a\nb</span>');
    expect(html).toContain('<h3>Sheet 2</h3>');
  });

  it('of an e-mail stand under its headers, with its attachments and the exhibits that they are', () => {
    const { html, words } = flowDocument(
      flow({
        ...{ isNumbered: false, lines: [line(1, 'Come out.')] },
        facts: [
          ['From', 'Dean <dean@example.org>'],
          ['Cc', ''],
        ],
        inside: [
          { name: 'a "photo".jpg', exhibitRef: 'RB/8', size: '1,200 bytes', isCopy: false },
          { name: 'same.jpg', exhibitRef: 'RB/2', size: '5 bytes', isCopy: true },
          { name: 'broken.zip', exhibitRef: null, size: '', isCopy: false },
        ],
      }),
    );
    expect(html).toContain('Dean &lt;dean@example.org&gt;');
    expect(html).not.toContain('<th scope="row">Cc</th>');
    expect(html).toContain('RB/2, which has the same content');
    expect(html).toContain('could not be taken out');
    expect(words).toEqual(expect.arrayContaining(['Dean <dean@example.org>', 'Come out.', 'a "photo".jpg']));
    expect(flowDocument(flow({ inside: [] })).html).toContain('Attachments: none.');
  });
});

describe('a table of which nobody has said what its columns are', () => {
  it('is printed record by record, also where they are of different lengths', () => {
    const { html, words } = tableDocument(caption, [['Date', 'No'], ['1/2/26'], ['<x>', '', 'third']], 4000);
    expect(html).toContain('4,000 lines');
    expect(html).toContain('first 3 records');
    expect(html.match(/<th scope="col">Column \d<\/th>/gu)).toHaveLength(3);
    expect(html).toContain('&lt;x&gt;');
    expect(words).toContain('<x>  third');
    expect(() => tableDocument(caption, [], 0)).not.toThrow();
  });
});

describe('a slip', () => {
  it('names an exhibit that has no pages, what it is, its size and its fingerprint', () => {
    const { html } = slipDocument({
      ...{ caption, what: 'sound recording, audio/mp4', size: '482,113 bytes', length: '4 min 20 s' },
      why: 'Its words could not be read.',
    });
    for (const words of ['RB/7', 'handed over as it is', 'sound recording', '482,113 bytes', '4 min 20 s'])
      expect(html).toContain(words);
    expect(html.split(caption.sha256).length - 1).toBe(2);
    expect(html).toContain('Its words could not be read.');
  });
});
