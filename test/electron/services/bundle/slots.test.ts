import { expect, it } from 'vitest';
import { html } from '../../../../electron/services/print/html';
import { documentOf } from '../../../../electron/services/print/document';
import { inTypeOf, slot } from '../../../../electron/services/bundle/slots';

it('makes letters and the room for numbers larger, and leaves what somebody wrote as it is', () => {
  const written = 'font-size:7pt and class="slot" href="x#r7"';
  const document = documentOf(
    '.a{font-size:9pt}.b{font-size:14pt}',
    html`<p>${written} ${slot('k', 11)}</p>`,
  );
  const larger = inTypeOf(document, 12);
  expect(larger).toContain('.a{font-size:12pt}.b{font-size:14pt}');
  expect(larger).toContain('#r12"');
  expect(larger).toContain('font-size:7pt and class=&quot;slot&quot; href=&quot;x#r7&quot;');
  expect(inTypeOf(document, 9)).toContain('#r11"');
});
