import { describe, expect, it } from 'vitest';
import { initialsAndSurname } from '../../../shared/domain/bundle/witness-name';
import { readExhibitList, writeExhibitList } from '../../../shared/domain/exhibit-list';

const items = ['AB/1', 'AB/2', 'AB/3', 'AB/10', 'CD/1'].map((exhibitRef) => ({
  id: exhibitRef.toLowerCase(),
  exhibitRef,
}));

describe('a list of references', () => {
  it('names exhibits between commas, lines and “and”, each once and in the order written', () => {
    expect(readExhibitList('CD/1, AB/2;AB/1 and ab/2\nAB/010', items)).toEqual({
      ids: ['cd/1', 'ab/2', 'ab/1', 'ab/10'],
      unknown: [],
    });
  });

  it('names those that there are of a run, however it is written', () => {
    for (const run of ['AB/1 to AB/9', 'AB/1-AB/9', 'AB/1 – AB/9'])
      expect(readExhibitList(run, items).ids).toEqual(['ab/1', 'ab/2', 'ab/3']);
  });

  it('says what names no exhibit, and guesses nothing', () => {
    expect(readExhibitList('AB/7, the letter, AB/3 to AB/1, AB/1 to CD/1', items)).toEqual({
      ids: [],
      unknown: ['AB/7', 'the letter', 'AB/3 to AB/1', 'AB/1 to CD/1'],
    });
  });

  it('is written again without those that are gone', () => {
    expect(writeExhibitList(['cd/1', 'gone', 'ab/1'], items)).toBe('CD/1, AB/1');
  });
});

describe('a witness in the corner of a statement', () => {
  it('is named by initials and surname', () => {
    expect(['Joan Mary Example', 'Example', ' ', 'Émile Œuf'].map(initialsAndSurname)).toEqual([
      'J M Example',
      'Example',
      '',
      'É Œuf',
    ]);
  });
});
