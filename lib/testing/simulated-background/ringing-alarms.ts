import type { Alarm } from './environment.ts';

/** A browser lets no alarm fire earlier than this after its creation, in ms. */
const SHORTEST_DELAY = 30_000;

/** Alarms that fire automatically, by timers. Fake timers keep their time while the clock is changed. */
export class RingingAlarms extends Map<string, Alarm> {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #ring: (name: string) => void;

  constructor(ring: (name: string) => void) {
    super();
    this.#ring = ring;
  }

  override set(name: string, alarm: Alarm): this {
    this.#start(name, Math.max(SHORTEST_DELAY, alarm.scheduledTime - Date.now()));
    return super.set(name, alarm);
  }

  override delete(name: string): boolean {
    clearTimeout(this.#timers.get(name));
    return super.delete(name);
  }

  #start(name: string, delay: number): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.#fire(name), delay),
    );
  }

  #fire(name: string): void {
    const alarm = this.get(name);
    if (!alarm) return;
    const period = alarm.periodInMinutes * 60_000;
    super.set(name, { ...alarm, scheduledTime: Date.now() + period });
    this.#start(name, period);
    this.#ring(name);
  }
}
