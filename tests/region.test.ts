import { describe, expect, test } from 'vitest';
import { makeRegionTree, regionContains, regionPath, wideRegion } from '../src/region.ts';

const tree = makeRegionTree();

describe('containment', () => {
  test('goes from the département to the region to the country', () => {
    expect(regionPath(tree, 'FR-29')).toEqual(['FR-29', 'FR-BRE', 'FR']);
    expect(regionPath(tree, 'FR-67')).toEqual(['FR-67', 'FR-6AE', 'FR-GES', 'FR']);
    expect(regionPath(tree, 'FR-971')).toEqual(['FR-971', 'FR']);
    expect(regionPath(tree, 'CA-QC')).toEqual(['CA-QC', 'CA']);
    expect(regionPath(tree, 'ES')).toEqual(['ES']);
  });

  test('never goes inward or sideways', () => {
    expect(regionContains(tree, 'FR-BRE', 'FR-29')).toBe(true);
    expect(regionContains(tree, 'FR-COR', 'FR-2A')).toBe(true);
    expect(regionContains(tree, '*', 'ES')).toBe(true);
    expect(regionContains(tree, 'FR-29', 'FR-BRE')).toBe(false);
    expect(regionContains(tree, 'FR-PDL', 'FR-29')).toBe(false);
  });

  test('counts a département in its region', () => {
    expect(['FR-29', 'FR-BRE', 'FR-67', 'FR', 'CA-QC', 'ES'].map((code) => wideRegion(tree, code))).toEqual([
      'FR-BRE',
      'FR-BRE',
      'FR-GES',
      'FR',
      'CA-QC',
      'ES',
    ]);
  });
});
