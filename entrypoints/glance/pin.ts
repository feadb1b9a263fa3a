import { leave, VIEW } from './deeds.ts';

type Places = typeof import('./places.ts');

let places: Places | null = null;
const loading = Promise.withResolvers<Places>();

/** Loads what takes the view elsewhere; before a click, for a browser opens its side panel only in the click itself. */
export async function loadPlaces(): Promise<void> {
  places = await import('./places.ts');
  loading.resolve(places);
  if (VIEW === 'window') await places.settle();
}

/** Opens the view where it can stay; the popup makes room for it. Null where it is there already. */
export const toPanel = VIEW === 'popup' ? () => go(({ openPanel }) => openPanel()) : null;
export const toWindow = VIEW === 'window' ? null : () => go(({ openWindow }) => openWindow());

/** A click that comes before the rest is loaded waits for it; Chromium counts it as a click for some seconds. */
function go(open: (places: Places) => Promise<void>): void {
  void (places ? open(places) : loading.promise.then(open)).then(leave);
}
