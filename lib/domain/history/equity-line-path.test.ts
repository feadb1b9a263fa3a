import { describe, expect, it } from 'vitest';
import { drawEquityLine } from './equity-line-path.ts';

describe('the drawing of the equity', () => {
  it('reaches from the lowest value at the bottom to the highest at the top', () => {
    expect(drawEquityLine([10, 30, 20])).toEqual({ path: 'M0 26h0L52 2L104 14', begin: 26 });
  });

  it('stays interrupted in a gap, and shows a single value as a dot', () => {
    expect(drawEquityLine([1, null, 3, null, 2])?.path).toBe('M0 26h0M52 2h0M104 14h0');
  });

  it('begins where the values do', () => {
    expect(drawEquityLine([null, null, 5, 1, 9])).toEqual({ path: 'M52 14h0L78 26L104 2', begin: 14 });
  });

  it('goes through the middle when nothing changes', () => {
    expect(drawEquityLine([7, 7])).toEqual({ path: 'M0 14h0L104 14', begin: 14 });
  });

  it.each([[[]], [[null, null]], [[null, 4]]])('does not exist for %j', (values) => {
    expect(drawEquityLine(values)).toBeNull();
  });
});
