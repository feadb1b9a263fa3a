import type { Poster } from './poster.ts';

/** Pictures of the product, as PNG in base64. */
export type Shots = Readonly<Record<'first' | 'alerts' | 'light' | 'dark' | 'hidden' | 'details', string>>;

const SCREEN = { width: 1280, height: 800 } as const;

/** Returns the posters in the order of the store pages. The captions for Firefox's page are in `store/listing.md`. */
export function buildPosters({ first, alerts, light, dark, hidden, details }: Shots): readonly Poster[] {
  return [
    {
      ...SCREEN,
      name: 'screenshot-1-glance',
      look: 'light',
      title: 'How near is liquidation?',
      text: 'Every Bitget margin account, riskiest first: what is free, what it is worth, and the price that liquidates it.',
      shots: [{ picture: light, width: 448 }],
    },
    {
      ...SCREEN,
      name: 'screenshot-2-details',
      look: 'light',
      title: 'Where it comes from',
      text: 'Risk and equity over 24 hours, 7 and 90 days, all positions, and every figure that Bitget sends, to the last digit.',
      shots: [{ picture: details, width: 448 }],
    },
    {
      ...SCREEN,
      name: 'screenshot-3-dark',
      look: 'dark',
      title: 'For your eyes only',
      text: 'Dark or light, and all amounts hidden with one press.',
      shots: [
        { picture: dark, width: 380 },
        { picture: hidden, width: 380 },
      ],
    },
    {
      ...SCREEN,
      name: 'screenshot-4-key',
      look: 'light',
      title: 'A key that can only read',
      text: 'Three steps to one that is bound to your address. It goes to Bitget, and nowhere else.',
      shots: [{ picture: first, width: 600 }],
    },
    {
      ...SCREEN,
      name: 'screenshot-5-alerts',
      look: 'dark',
      title: 'Warned before, not after',
      text: 'At your own levels, and once for each: danger at once.',
      shots: [{ picture: alerts, width: 600 }],
    },
    {
      name: 'tile',
      width: 440,
      height: 280,
      look: 'tile',
      title: 'Margin Glance',
      text: 'How near is liquidation?',
      shots: [{ picture: light, width: 196 }],
    },
    {
      name: 'marquee',
      width: 1400,
      height: 560,
      look: 'tile wide',
      title: 'Margin Glance',
      text: 'Your Bitget futures margin in the toolbar: how close liquidation is, what is free, what it is all worth.',
      shots: [{ picture: light, width: 440 }],
    },
  ];
}
