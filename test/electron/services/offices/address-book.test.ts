import { generateKeyPairSync, sign } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officeHandlers } from '../../../../electron/services/offices/handlers';
import { cardWords } from '../../../../electron/services/offices/card';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { printCard, readCards, signedCardText } from '../../../../shared/domain/office-card/card-text';
import type { OfficeCard } from '../../../../shared/models/office';
import { codeOf } from '../../../helpers/code-of';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

let here: TestVault;
let there: TestVault;
beforeEach(async () => {
  here = await makeTestVault({ officeName: 'South office' });
  there = await makeTestVault({ officeName: 'North office' });
});
afterEach(async () => {
  await here.close();
  await there.close();
});

const cardOf = async (vault: TestVault) => officeHandlers(vault.context)['offices.ownCard']({});
const ours = () => officeHandlers(here.context);
const list = async () => ours()['offices.list']({});
const add = async (text: string) => (await ours()['offices.add']({ text })).id;
const addCode = (text: string) => codeOf(() => Promise.resolve(ours()['offices.add']({ text })));
const standings = async () => (await list()).map(({ name, standing }) => [name, standing]);

/** A card that somebody with keys of their own makes: whatever it says, it is signed by its signing key. */
async function forge(parts: Partial<Pick<OfficeCard, 'name' | 'recipient' | 'signingKey'>>): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const card = {
    name: 'North office',
    made: '2026-11-27',
    recipient: await identityToRecipient(await generateX25519Identity()),
    signingKey: Buffer.from(x, 'base64url').toString('hex'),
    ...parts,
  };
  return printCard({
    ...card,
    signature: sign(null, Buffer.from(signedCardText(card)), privateKey).toString('hex'),
  });
}
const partsOf = (text: string): OfficeCard => {
  const read = readCards(text);
  const [card] = read.kind === 'cards' ? read.cards : [];
  if (card === undefined) throw new Error('no card');
  return card;
};

describe('a card', () => {
  it('has the same eight words on the screen of its office and of whoever has it', async () => {
    const own = await cardOf(there);
    expect(own.words).toHaveLength(8);
    await add(own.text);
    expect((await list())[0]?.words).toEqual(own.words);
    // The day it was made is not part of what is compared.
    expect(cardWords({ ...partsOf(own.text) })).toEqual(own.words);
  });

  it('has other words when its name or either key is another', async () => {
    const card = partsOf((await cardOf(there)).text);
    const other = partsOf(await forge({}));
    const words = [
      card,
      { ...card, name: 'Northern office' },
      { ...card, recipient: other.recipient },
      { ...card, signingKey: other.signingKey },
    ].map((parts) => cardWords(parts).join(' '));
    expect(new Set(words).size).toBe(4);
  });

  it('holds no key that opens or signs anything', async () => {
    const { identity } = await transferHandlers(there.context)['transfer.identity']({});
    const { text } = await cardOf(there);
    expect(text).not.toContain(identity);
    expect(text).not.toMatch(/SECRET/i);
  });

  it('is worth nothing before its words were compared, and is kept over a restart', async () => {
    const id = await add((await cardOf(there)).text);
    expect(await standings()).toEqual([['North office', 'new']]);
    await ours()['offices.compare']({ id, same: true });
    here = await here.reopen();
    const [office] = await list();
    expect(office).toMatchObject({ standing: 'compared', compared: { by: 'Test advocate' } });
  });

  it('pasted again, with a newer day or not, is the same office', async () => {
    const id = await add((await cardOf(there)).text);
    await ours()['offices.compare']({ id, same: true });
    expect(await add((await cardOf(there)).text)).toBe(id);
    expect(await standings()).toEqual([['North office', 'compared']]);
  });
});

describe('a pasted text', () => {
  it.each<readonly [string, (text: string) => string | Promise<string>, string]>([
    ['nothing of use', () => 'Our report is attached.', 'card-unreadable'],
    ['a key alone', (text) => partsOf(text).recipient, 'card-key-only'],
    ['a card of a newer version', (text) => text.replace('CARD 1', 'CARD 7'), 'card-newer'],
    ['another name over the same signature', (text) => text.replace('North', 'South-West'), 'card-damaged'],
    ['another day', (text) => text.replace(/Made on: .*/, 'Made on: 2020-01-01'), 'card-damaged'],
    [
      'a sealing key swapped on the way',
      async (text) => text.replace(partsOf(text).recipient, partsOf(await forge({})).recipient),
      'card-damaged',
    ],
    [
      'a signing key swapped on the way',
      async (text) => text.replace(partsOf(text).signingKey, partsOf(await forge({})).signingKey),
      'card-damaged',
    ],
    ['cards of two offices', async (text) => text + (await forge({ name: 'East office' })), 'card-several'],
    ['a card and a broken one', (text) => text + text.replace('North', 'East'), 'card-damaged'],
  ])('with %s is refused with its own word, and nothing is kept', async (_what, change, code) => {
    expect(await addCode(await change((await cardOf(there)).text))).toBe(code);
    expect(await list()).toEqual([]);
  });

  it('with our own card is refused, and with ours below theirs, as in an answer, theirs is taken', async () => {
    const own = (await cardOf(here)).text;
    expect(await addCode(own)).toBe('card-own');
    await add(`${(await cardOf(there)).text}\n> you wrote:\n${own.replaceAll(/^/gm, '> ')}`);
    expect(await standings()).toEqual([['North office', 'new']]);
  });

  it('with our own card under an earlier name is still our own', async () => {
    const own = (await cardOf(here)).text;
    await transferHandlers(here.context)['transfer.nameOffice']({ name: 'South and West office' });
    expect(await addCode(own)).toBe('card-own');
  });

  it('with one of our own keys beside somebody else’s is refused', async () => {
    const { recipient } = partsOf((await cardOf(here)).text);
    expect(await addCode(await forge({ name: 'East office', recipient }))).toBe('card-mixed');
  });
});

describe('an office that is known', () => {
  let id: string;
  beforeEach(async () => {
    id = await add((await cardOf(there)).text);
    await ours()['offices.compare']({ id, same: true });
  });

  it.each(['North office', 'NORTH Office', 'Nоrth оffice', 'North-0ffice'])(
    'keeps its keys when a card of the same name comes with others (%s), until the words were compared',
    async (name) => {
      const impostor = await add(await forge({ name }));
      const [known, other] = await list();
      expect(known).toMatchObject({ id, standing: 'compared' });
      expect(other).toMatchObject({
        id: impostor,
        standing: 'new',
        takesPlaceOf: { id, because: 'other-keys' },
      });
      expect(other?.words).not.toEqual(known?.words);
      await ours()['offices.compare']({ id: impostor, same: false });
      expect((await list()).map((each) => [each.id, each.standing])).toEqual([
        [id, 'compared'],
        [impostor, 'refused'],
      ]);
    },
  );

  it('with new keys takes the place of the old once the words are the same, and the old count no more', async () => {
    const renewed = await add(await forge({}));
    await ours()['offices.compare']({ id: renewed, same: true });
    expect((await list()).map((each) => [each.id, each.standing])).toEqual([
      [renewed, 'compared'],
      [id, 'retired'],
    ]);
  });

  it('under a new name is asked about again, and is one office afterwards', async () => {
    await transferHandlers(there.context)['transfer.nameOffice']({ name: 'Northern Lights' });
    const renamed = await add((await cardOf(there)).text);
    expect((await list()).find((each) => each.id === renamed)).toMatchObject({
      standing: 'new',
      takesPlaceOf: { id, because: 'other-name' },
    });
    await ours()['offices.compare']({ id: renamed, same: true });
    expect((await standings()).sort()).toEqual([
      ['North office', 'retired'],
      ['Northern Lights', 'compared'],
    ]);
  });

  it('lends none of its keys to another: a card with one of them is refused', async () => {
    const { recipient } = partsOf((await cardOf(there)).text);
    expect(await addCode(await forge({ name: 'East office', recipient }))).toBe('card-mixed');
    expect(await standings()).toEqual([['North office', 'compared']]);
  });

  it('cannot lose its keys to a card that was added before it and borrows one of them', async () => {
    const third = await makeTestVault({ officeName: 'East office' });
    const east = partsOf((await cardOf(third)).text);
    const borrowed = await add(await forge({ name: 'West office', recipient: east.recipient }));
    const real = await add((await cardOf(third)).text);
    await ours()['offices.compare']({ id: real, same: true });
    expect(await codeOf(() => Promise.resolve(ours()['offices.compare']({ id: borrowed, same: true })))).toBe(
      'card-mixed',
    );
    await third.close();
  });

  it('that is not used any more is used again only after its words were compared again', async () => {
    await ours()['offices.retire']({ id });
    expect(await standings()).toEqual([['North office', 'retired']]);
    expect(await add((await cardOf(there)).text)).toBe(id);
    expect(await standings()).toEqual([['North office', 'new']]);
  });
});

it('writes down who compared what and how it came out, without a name or a key', async () => {
  const id = await add((await cardOf(there)).text);
  await ours()['offices.compare']({ id, same: false });
  await ours()['offices.compare']({ id, same: true });
  const acts = here.context.db
    .prepare("SELECT author, action, subject, detail FROM audit WHERE action LIKE 'partner.%' ORDER BY seq")
    .all();
  expect(acts).toEqual([
    { author: 'Test advocate', action: 'partner.add', subject: id, detail: '{}' },
    { author: 'Test advocate', action: 'partner.compare', subject: id, detail: '{"same":false,"instead":0}' },
    { author: 'Test advocate', action: 'partner.compare', subject: id, detail: '{"same":true,"instead":0}' },
  ]);
});

it('our own card is of the day on which our keys were made or our name was changed, whenever it is copied', async () => {
  let hour = 12;
  const office = await makeTestVault({
    officeName: 'East office',
    now: () => new Date(Date.UTC(2026, 8, 1, hour)),
  });
  expect(await cardOf(office)).toMatchObject({ made: '2026-09-01' });
  hour = 30;
  const before = await cardOf(office);
  expect(before).toMatchObject({ made: '2026-09-01' });
  await transferHandlers(office.context)['transfer.nameOffice']({ name: 'East and west office' });
  hour = 52;
  const after = await cardOf(office);
  expect(after).toMatchObject({ made: '2026-09-02', name: 'East and west office' });
  expect(after.words).not.toEqual(before.words);
  expect(partsOf(after.text).made).toBe('2026-09-02');
  await office.close();
});
