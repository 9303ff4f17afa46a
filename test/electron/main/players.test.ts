import { describe, expect, it } from 'vitest';
import { isPlayerOpening, mayAsk } from '../../../electron/main/player-guard';
import { createPlayers } from '../../../electron/main/players';
import { HoldfastError } from '../../../shared/errors';

const page = { url: 'app://holdfast/index.html', parent: null };
const player = { url: 'player://p1/', parent: page };

describe('players', () => {
  const refused = new HoldfastError('not-found');

  it('are each known by a name of their own, and only until the vault is locked', () => {
    let last = 0;
    const players = createPlayers(() => `p${(last += 1)}`);
    expect([players.open('film'), players.open('sound')]).toEqual(['p1', 'p2']);
    expect(players.itemOf('p2')).toBe('sound');
    expect(() => players.itemOf('film')).toThrow(refused);
    players.forget();
    expect(() => players.itemOf('p2')).toThrow(refused);
  });

  it('are a few at a time: the oldest plays no more', () => {
    let last = 0;
    const players = createPlayers(() => `p${(last += 1)}`);
    for (let index = 0; index < 9; index += 1) players.open(`item ${index}`);
    expect(() => players.itemOf('p1')).toThrow(refused);
    expect(players.itemOf('p2')).toBe('item 1');
  });
});

describe('what a frame may ask for', () => {
  it.each([
    ['its own recording', 'player://p1/media', player, true],
    ['the recording of another player', 'player://p2/media', player, false],
    ['a picture of the vault', 'evidence://media/thumb/x', player, false],
    ['the page’s files', 'app://holdfast/app.js', player, false],
    ['anything, where it shows nothing yet', 'evidence://media/thumb/x', { url: '', parent: page }, false],
    ['a picture, as the page', 'evidence://media/thumb/x', page, true],
    ['a recording, as the page', 'player://p1/media', page, false],
    ['anything of ours, as main', 'player://p1/media', null, true],
  ])('%s', (_what, url, frame, may) => {
    expect(mayAsk({ url, frame, resourceType: 'media' })).toBe(may);
  });
});

describe('a frame goes nowhere', () => {
  const empty = { url: 'about:blank', parent: page };
  const opening = { url: 'player://p1/', isMainFrame: false, frame: empty, initiator: page };

  it('but to a player that the page has just opened', () => {
    expect(isPlayerOpening(opening)).toBe(true);
    const stranger = { url: 'https://example.org/', parent: null };
    for (const more of [
      { url: 'https://example.org/' },
      { url: 'app://holdfast/index.html' },
      { url: 'not an address' },
      { isMainFrame: true },
      { frame: player },
      { frame: null },
      { initiator: player },
      { initiator: stranger },
      { initiator: null },
    ])
      expect(isPlayerOpening({ ...opening, ...more })).toBe(false);
  });
});
