import { beforeEach, describe, expect, it } from 'vitest';
import { seeded } from '../market/random.ts';
import { applyFaultEvent, planFaults } from './fault-plan.ts';
import { createInProcessExchange, type InProcessExchange } from './in-process.ts';
import type { Outage } from './outage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TIME = 'https://api.bitget.com/api/v2/public/time';

let wall: number;
let elapsed: number;
let exchange: InProcessExchange;

beforeEach(() => {
  wall = 1_700_000_000_000;
  elapsed = 0;
  exchange = createInProcessExchange({ now: () => wall, elapsed: () => elapsed });
});

async function readStatuses(count: number): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let each = 0; each < count; each += 1) {
    elapsed += 100;
    const response = await exchange.fetch(TIME);
    await response.text();
    statuses.push(response.status);
  }
  return statuses;
}

describe('an outage', () => {
  const faults: Outage['faults'] = [{ kind: 'html', status: 502 }];

  it('fails every request until its length is over', async () => {
    exchange.outage({ length: 5 * MINUTE, faults });
    expect(await readStatuses(2)).toEqual([502, 502]);
    elapsed = 5 * MINUTE - 200;
    expect(await readStatuses(2)).toEqual([502, 200]);
  });

  it('ends at its undo', async () => {
    const undo = exchange.outage({ length: HOUR, faults });
    undo();
    expect(await readStatuses(1)).toEqual([200]);
  });

  it('fails about its share of the requests, the same for the same seed', async () => {
    const run = async (seed: number) => {
      const undo = exchange.outage({ length: HOUR, share: 0.5, seed, faults });
      const statuses = await readStatuses(200);
      undo();
      return statuses;
    };
    const first = await run(1);
    const failures = first.filter((status) => status === 502).length;
    expect(failures).toBeGreaterThan(70);
    expect(failures).toBeLessThan(130);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });

  it('affects only what matches, and leaves the rest to older faults', async () => {
    exchange.fault({}, { kind: 'html', status: 503 }, 1);
    exchange.outage({ length: HOUR, match: { path: '/elsewhere' }, faults });
    expect(await readStatuses(2)).toEqual([503, 200]);
  });

  it('keeps its length while the clock jumps an hour back and eight ahead', async () => {
    exchange.outage({ length: 5 * MINUTE, faults });
    wall -= HOUR;
    elapsed = 4 * MINUTE;
    expect(await readStatuses(1)).toEqual([502]);
    wall += 9 * HOUR;
    expect(await readStatuses(1)).toEqual([502]);
    elapsed = 5 * MINUTE;
    expect(await readStatuses(1)).toEqual([200]);
  });
});

it('counts rate limits by steady time when the clock jumps either way', async () => {
  for (let each = 0; each < 20; each += 1) await exchange.fetch(TIME);
  exchange.moveClock(8 * HOUR);
  expect((await exchange.fetch(TIME)).status).toBe(429);
  exchange.moveClock(-8 * HOUR);
  expect((await exchange.fetch(TIME)).status).toBe(429);
  elapsed += 1000;
  const response = await exchange.fetch(TIME);
  expect(await response.json()).toMatchObject({ data: { serverTime: String(wall - 8 * HOUR) } });
});

describe('a plan of faults', () => {
  const plan = planFaults(24 * HOUR, seeded(3));

  it('is the same for the same seed, in order, and has every kind', () => {
    expect(planFaults(24 * HOUR, seeded(3))).toEqual(plan);
    expect(planFaults(24 * HOUR, seeded(4))).not.toEqual(plan);
    expect(plan.map(({ at }) => at)).toEqual(plan.map(({ at }) => at).toSorted((one, other) => one - other));
    expect(plan.every(({ at }) => at >= 0 && at < 24 * HOUR)).toBe(true);
    expect(new Set(plan.map(({ kind }) => kind))).toEqual(new Set(['outage', 'refusal', 'clock']));
    const offsets = plan.flatMap((event) => (event.kind === 'clock' ? [Math.sign(event.offset)] : []));
    expect(new Set(offsets)).toEqual(new Set([-1, 1]));
  });

  it('applies an outage, one refusal that passes, and a jump of the clock', async () => {
    applyFaultEvent(exchange, { at: 0, kind: 'clock', offset: -HOUR });
    applyFaultEvent(exchange, { at: 0, kind: 'outage', outage: { length: 150, faults: [{ kind: 'empty' }] } });
    expect(await (await exchange.fetch(TIME)).text()).toBe('');
    elapsed = 150;
    applyFaultEvent(exchange, { at: 0, kind: 'refusal' });
    const refused = await (await exchange.fetch(TIME)).json();
    expect(refused).toMatchObject({ code: '40018', msg: 'Invalid IP,Current request IP {0}' });
    const passed = await (await exchange.fetch(TIME)).json();
    expect(passed).toMatchObject({ code: '00000', data: { serverTime: String(wall - HOUR) } });
  });
});
