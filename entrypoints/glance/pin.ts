import { leave, VIEW } from './deeds.ts';

type Places = typeof import('./places.ts');

let places: Places | null = null;

/** Loads what takes the view elsewhere; before a click, for a browser opens its side panel only in the click itself. */
export async function loadPlaces(): Promise<void> {
  places = await import('./places.ts');
  if (VIEW === 'window') await places.settle();
}

/** Opens the view where it can stay; the popup makes room for it. Null where it is there already. */
export const toPanel = VIEW === 'popup' ? () => void places?.openPanel().then(leave) : null;
export const toWindow = VIEW === 'window' ? null : () => void places?.openWindow().then(leave);
