import { describe, expect, it } from 'vitest';
import { runtimeParts } from '../../../electron/main/runtime-licences';

const product = (title: string, text: string): string =>
  `<div class="product">\n<span class="title">${title}</span>\n<a href="x">homepage</a>\n<div class="license">\n<pre>${text}</pre>\n</div>\n</div>\n`;

describe('the list of what the runtime is made of', () => {
  it('gives each part by name with its licence, as plain text', () => {
    const html = `<html>${product('zlib', '\n&#x27;as-is&#x27; &amp;lt; &lt;b&gt; &#169; &quot;x&quot;\n')}${product('A &amp; B', 'Two')}`;
    expect(runtimeParts(html)).toEqual([
      { name: 'zlib', text: '\'as-is\' &lt; <b> © "x"' },
      { name: 'A & B', text: 'Two' },
    ]);
  });

  it('gives nothing for another file, and no tag of it', () => {
    expect(runtimeParts('<p>Hello</p>')).toEqual([]);
    expect(runtimeParts(product('x', 'a<script>b</script>&#9999999;'))).toEqual([{ name: 'x', text: 'ab' }]);
  });
});
