/*
 * The script of verify.html, as text: it runs in whatever browser an officer has, from a folder, years from now, so it is plain
 * JavaScript without a build and uses nothing that is not in every browser since 2018. Tests run both parts as they stand here.
 */

/** What hashes and compares, without a page. Bigger files than `whole` are hashed a piece at a time by the page itself. */
export const checkingScript = String.raw`'use strict';
var K = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
];

// SHA-256 (FIPS 180-4), fed piece by piece: the browser's own takes a whole file at once and has no room for a long film.
function createSha256() {
  var H = new Int32Array([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
  ]);
  var W = new Int32Array(64);
  var rest = new Uint8Array(64);
  var inRest = 0;
  var length = 0;
  function block(bytes, at) {
    var i, x, y, t1, t2;
    for (i = 0; i < 16; i += 1, at += 4)
      W[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    for (; i < 64; i += 1) {
      x = W[i - 15];
      y = W[i - 2];
      W[i] =
        (W[i - 16] + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
          W[i - 7] + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10))) | 0;
    }
    var a = H[0], b = H[1], c = H[2], d = H[3], e = H[4], f = H[5], g = H[6], h = H[7];
    for (i = 0; i < 64; i += 1) {
      t1 =
        (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
          ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
      t2 =
        ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
          ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    H[0] += a; H[1] += b; H[2] += c; H[3] += d; H[4] += e; H[5] += f; H[6] += g; H[7] += h;
  }
  function update(bytes) {
    var at = 0;
    length += bytes.length;
    if (inRest > 0) {
      at = Math.min(64 - inRest, bytes.length);
      rest.set(bytes.subarray(0, at), inRest);
      inRest += at;
      if (inRest < 64) return;
      block(rest, 0);
      inRest = 0;
    }
    for (; at + 64 <= bytes.length; at += 64) block(bytes, at);
    rest.set(bytes.subarray(at), 0);
    inRest = bytes.length - at;
  }
  function hex() {
    var bits = length * 8;
    var end = new Uint8Array(inRest < 56 ? 64 - inRest : 128 - inRest);
    end[0] = 0x80;
    for (var i = 0; i < 8; i += 1) end[end.length - 1 - i] = Math.floor(bits / Math.pow(2, 8 * i)) % 256;
    update(end);
    var text = '';
    for (i = 0; i < 8; i += 1) text += ('0000000' + (H[i] >>> 0).toString(16)).slice(-8);
    return text;
  }
  return { update: update, hex: hex };
}

function hexOf(buffer) {
  var bytes = new Uint8Array(buffer);
  var text = '';
  for (var i = 0; i < bytes.length; i += 1) text += ('0' + bytes[i].toString(16)).slice(-2);
  return text;
}

var whole = 64 * 1024 * 1024;
var piece = 8 * 1024 * 1024;

// The fingerprint of a File. tell is called with the bytes that were read.
function fingerprint(file, subtle, tell) {
  if (subtle && file.size <= whole) {
    return readBytes(file).then(function (buffer) {
      return subtle.digest('SHA-256', buffer).then(function (digest) {
        tell(file.size);
        return hexOf(digest);
      });
    });
  }
  var hash = createSha256();
  function next(at) {
    if (at >= file.size) return Promise.resolve(hash.hex());
    return readBytes(file.slice(at, at + piece)).then(function (buffer) {
      hash.update(new Uint8Array(buffer));
      tell(buffer.byteLength);
      return next(at + piece);
    });
  }
  return next(0);
}

function readBytes(blob) {
  return new Response(blob).arrayBuffer();
}

// Each file of the list and each that is in the folder, with what became of it. found: by name, its fingerprint or null when it could not be read.
function compareFolder(list, found) {
  var known = new Map();
  var rows = list.map(function (file) {
    known.set(file.name, true);
    if (!found.has(file.name)) return { name: file.name, state: 'missing' };
    var sum = found.get(file.name);
    if (sum === null) return { name: file.name, state: 'unread' };
    return { name: file.name, state: sum === file.sha256 ? 'same' : 'changed' };
  });
  found.forEach(function (_sum, name) {
    if (!known.has(name)) rows.push({ name: name, state: 'extra' });
  });
  return rows;
}

// The lines of SHA256SUMS, by name.
function readSums(text) {
  var sums = new Map();
  text.split('\n').forEach(function (line) {
    var match = /^([0-9a-f]{64}) [ *](.+)$/.exec(line);
    if (match !== null) sums.set(match[2], match[1]);
  });
  return sums;
}

// Whether SHA256SUMS says what this page says, and has one line more: that of this page.
function sumsAgree(sums, list, page) {
  return (
    sums.has(page) &&
    sums.size === list.length + 1 &&
    list.every(function (file) {
      return sums.get(file.name) === file.sha256;
    })
  );
}
`;

/** What shows it. Every name goes onto the page as text, never as markup. */
export const showingScript = String.raw`
(function () {
  var data = JSON.parse(document.getElementById('list').textContent);
  var subtle = window.crypto && window.crypto.subtle;
  var words = {
    same: ['As it was', '\u2713'],
    changed: ['Changed', '\u2717'],
    missing: ['Missing', '\u2014'],
    extra: ['Not in the list', '?'],
    unread: ['Could not be read', '!'],
    waiting: ['Not checked yet', '\u00b7']
  };
  var table = document.getElementById('files');
  var status = document.getElementById('status');
  var verdict = document.getElementById('verdict');
  var bar = document.getElementById('bar');
  var sumOfSums = document.getElementById('sum-of-sums');
  var busy = false;

  function element(name, text, className) {
    var made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function show(rows) {
    var sums = new Map();
    var whats = new Map();
    data.files.forEach(function (file) {
      sums.set(file.name, file.sha256);
      whats.set(file.name, file.what);
    });
    table.textContent = '';
    rows.forEach(function (row) {
      var line = document.createElement('tr');
      var state = element('td', '', 'state ' + row.state);
      state.appendChild(element('span', words[row.state][1], 'sign'));
      state.firstChild.setAttribute('aria-hidden', 'true');
      state.appendChild(element('span', words[row.state][0]));
      line.appendChild(state);
      var name = element('th', row.name);
      name.scope = 'row';
      line.appendChild(name);
      line.appendChild(element('td', row.what || whats.get(row.name) || ''));
      line.appendChild(element('td', sums.get(row.name) || '', 'sum'));
      table.appendChild(line);
    });
  }

  function count(rows, state) {
    return rows.filter(function (row) { return row.state === state; }).length;
  }

  function say(rows) {
    var wrong = ['changed', 'missing', 'extra', 'unread'].filter(function (state) { return count(rows, state) > 0; });
    var same = count(rows, 'same');
    verdict.className = wrong.length === 0 ? 'good' : 'bad';
    verdict.textContent =
      wrong.length === 0
        ? 'All ' + same + ' files are as they were when this folder was made.'
        : 'Look at this folder again: ' +
          wrong.map(function (state) { return count(rows, state) + ' ' + words[state][0].toLowerCase(); }).join(', ') +
          '. ' + same + ' as they were.';
    status.textContent = '';
  }

  function check(files) {
    if (busy || files.length === 0) return;
    busy = true;
    verdict.textContent = '';
    verdict.className = '';
    sumOfSums.textContent = '';
    var total = files.reduce(function (sum, each) { return sum + each.file.size; }, 0);
    var done = 0;
    var found = new Map();
    var text = '';
    bar.max = Math.max(1, total);
    bar.value = 0;
    bar.hidden = false;
    status.textContent = 'Reading ' + files.length + ' files.';
    var work = Promise.resolve();
    files.forEach(function (each) {
      work = work
        .then(function () {
          return fingerprint(each.file, subtle, function (bytes) {
            done += bytes;
            bar.value = done;
          });
        })
        .then(
          function (sum) { found.set(each.name, sum); },
          function () { found.set(each.name, null); }
        )
        .then(function () {
          if (each.name !== data.sums || each.file.size > whole) return undefined;
          return readBytes(each.file).then(
            function (buffer) { text = new TextDecoder().decode(buffer); },
            function () {}
          );
        });
    });
    work.then(function () {
      bar.hidden = true;
      busy = false;
      finish(found, text);
    });
  }

  function finish(found, text) {
    var sums = readSums(text);
    var listed = data.files;
    var ofSums = found.get(data.sums);
    var ofPage = found.get(data.page);
    var own = [];
    // The list cannot hold itself: SHA256SUMS is held to what stands here, and this page to its line there.
    if (found.has(data.sums)) {
      own.push({ name: data.sums, what: 'Fingerprints for other programs', state: sumsAgree(sums, listed, data.page) ? 'same' : 'changed' });
      sumOfSums.textContent = ofSums || '';
    } else own.push({ name: data.sums, what: 'Fingerprints for other programs', state: 'missing' });
    if (found.has(data.page)) own.push({ name: data.page, what: 'This page', state: ofPage !== null && sums.get(data.page) === ofPage ? 'same' : 'changed' });
    else own.push({ name: data.page, what: 'This page', state: 'missing' });
    found.delete(data.sums);
    found.delete(data.page);
    var rows = compareFolder(listed, found).concat(own);
    show(rows);
    say(rows);
  }

  function nameWithin(file) {
    var path = file.webkitRelativePath || file.name;
    var slash = path.indexOf('/');
    return file.webkitRelativePath && slash >= 0 ? path.slice(slash + 1) : path;
  }

  document.getElementById('folder').addEventListener('change', function (event) {
    check(
      Array.prototype.map.call(event.target.files, function (file) {
        return { name: nameWithin(file), file: file };
      })
    );
    event.target.value = '';
  });

  function inFolder(entry, path) {
    return new Promise(function (resolve, reject) {
      if (entry.isFile) {
        entry.file(function (file) { resolve([{ name: path + file.name, file: file }]); }, reject);
        return;
      }
      var reader = entry.createReader();
      var all = [];
      (function more() {
        reader.readEntries(function (entries) {
          if (entries.length > 0) {
            all = all.concat(entries);
            more();
            return;
          }
          Promise.all(
            all.map(function (each) {
              return inFolder(each, each.isDirectory ? path + each.name + '/' : path);
            })
          ).then(function (lists) { resolve([].concat.apply([], lists)); }, reject);
        }, reject);
      })();
    });
  }

  var drop = document.getElementById('drop');
  document.addEventListener('dragover', function (event) {
    event.preventDefault();
    drop.className = 'over';
  });
  document.addEventListener('dragleave', function () { drop.className = ''; });
  document.addEventListener('drop', function (event) {
    event.preventDefault();
    drop.className = '';
    var plain = Array.prototype.map.call(event.dataTransfer.files, function (file) {
      return { name: file.name, file: file };
    });
    var entries = Array.prototype.map.call(event.dataTransfer.items, function (item) {
      return item.webkitGetAsEntry ? item.webkitGetAsEntry() : null;
    });
    var folders = entries.filter(function (entry) { return entry && entry.isDirectory; });
    if (folders.length === 0) {
      check(plain);
      return;
    }
    inFolder(folders[0], '').then(check, function () {
      status.textContent = 'This browser does not let a page read a folder that is dropped on it. Choose it with the button.';
    });
  });

  show(
    data.files
      .map(function (file) { return { name: file.name, state: 'waiting' }; })
      .concat([
        { name: data.sums, what: 'Fingerprints for other programs', state: 'waiting' },
        { name: data.page, what: 'This page', state: 'waiting' }
      ])
  );
  document.getElementById('work').hidden = false;
})();
`;
