import { packPapers } from './names';
import type { Summed } from './sums';
import { checkingScript, showingScript } from './verify-script';

export interface VerifyPage {
  /** Who made the folder, and for what: `Prepared by ... Our reference ...`. */
  readonly line: string;
  /** Every file but SHA256SUMS and the page itself, with what it is in words. */
  readonly files: readonly (Summed & { readonly what: string })[];
}

const style = `
:root{color-scheme:light dark;--ink:#16211f;--quiet:#4c5b58;--paper:#fff;--line:#b9c4c1;--accent:#0e5a63;--good:#14663b;--bad:#a3262a;--wash:#f2f5f4}
@media (prefers-color-scheme:dark){:root{--ink:#e8eeec;--quiet:#a9b8b4;--paper:#14191a;--line:#3c4a48;--accent:#7fc7cf;--good:#7fd3a0;--bad:#ff9a94;--wash:#1d2526}}
*{box-sizing:border-box}
body{margin:0;padding:24px;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Arial,sans-serif}
main{max-width:1080px;margin:0 auto}
h1{font-size:26px;line-height:1.25;margin:0 0 4px}h2{font-size:18px;margin:28px 0 6px}
p{margin:0 0 8px;max-width:75ch}.quiet{color:var(--quiet)}
#drop{border:2px dashed var(--line);border-radius:8px;padding:18px;margin:18px 0;background:var(--wash)}
#drop.over{border-color:var(--accent)}
label{display:block;font-weight:600;margin-bottom:6px}
input{font:inherit;color:inherit;max-width:100%}
input:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
progress{width:100%;accent-color:var(--accent)}
#verdict{font-size:18px;font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin-top:12px}
caption{text-align:left;font-weight:600;padding-bottom:6px}
th,td{text-align:left;vertical-align:top;padding:6px 10px 6px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
tbody th{font-weight:400}.state{white-space:nowrap;font-weight:600}.sign{display:inline-block;width:1.4em}
.same{color:var(--good)}.changed,.missing,.extra,.unread{color:var(--bad)}.waiting{color:var(--quiet);font-weight:400}
.sum{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:12px}
code{font-family:ui-monospace,Consolas,"Liberation Mono",monospace;font-size:14px}
@media print{:root{color-scheme:light;--ink:#000;--quiet:#333;--paper:#fff;--line:#999;--good:#000;--bad:#000}body{padding:0;font-size:11pt}#drop,progress{display:none}tr{break-inside:avoid}.sum{font-size:7pt}}
`;

/** JSON that can stand inside a script element: nothing in it can end the element, begin a comment or be markup. */
function safeJson(value: unknown): string {
  const hex = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/gu, hex);
}

/**
 * A page that anybody opens in a browser, without a network, and that says of each file of the folder whether it is as it was.
 * Nothing but its own script runs in it and it can reach no other place: the policy in its head names the script by its
 * fingerprint. `digest` gives the SHA-256 of a text in base64.
 */
export function verifyPage({ line, files }: VerifyPage, digest: (text: string) => string): string {
  const script = checkingScript + showingScript;
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(script)}'`,
    `style-src 'sha256-${digest(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = { line, files, sums: packPapers.sums, page: packPapers.page };
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Check this evidence pack</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Check this evidence pack</h1>
<p>This page reads every file of the folder on this computer and compares it with what it was when the folder was made. Nothing is sent anywhere, and no network is needed.</p>
<noscript><p><strong>This browser does not run the script of this page.</strong> Check the folder with <code>sha256sum -c SHA256SUMS</code> instead.</p></noscript>
<div id="work" hidden>
<div id="drop">
<label for="folder">Choose the folder that holds this page, or drop it here</label>
<input type="file" id="folder" webkitdirectory multiple>
<p class="quiet">The browser may ask whether to “upload” the files. It only reads them here.</p>
</div>
<span id="reading" hidden>Reading</span>
<progress id="bar" aria-labelledby="reading" hidden></progress>
<p id="verdict" role="status"></p>
<p id="status" class="quiet" role="status"></p>
</div>
<div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
<table>
<caption id="caption">Files of this pack</caption>
<thead><tr><th scope="col">State</th><th scope="col">File</th><th scope="col">What it is</th><th scope="col">Fingerprint when the pack was made (SHA-256)</th></tr></thead>
<tbody id="files"></tbody>
</table>
</div>
<h2>What the states mean</h2>
<p><strong>As it was</strong>: every bit is as it was. <strong>Changed</strong>: it is another file under the same name. <strong>Missing</strong>: it is not in the folder. <strong>Not in the list</strong>: it was not in the folder when it was made.</p>
<h2>What this page cannot do</h2>
<p>A page cannot vouch for itself: it does not hold its own fingerprint, which stands in <code>SHA256SUMS</code>. Whoever changed a file could change this page and that list too. The office that made the folder keeps the fingerprint of <code>SHA256SUMS</code>; ask them for it and compare it with the one below, which is shown once the folder was read.</p>
<p>Fingerprint of <code>SHA256SUMS</code> as it is in this folder: <span id="sum-of-sums" class="sum"></span></p>
<p>Files of any length are read; a long film takes some minutes. With other programs: <code>sha256sum -c SHA256SUMS</code> (Linux, macOS with coreutils), or <code>Get-FileHash</code> for one file (Windows PowerShell).</p>
<p class="quiet">${escape(line)}</p>
</main>
<script type="application/json" id="list">${safeJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => entities[letter] ?? letter);
}
