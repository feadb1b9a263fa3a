import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';

/** A picture for the stores: a title, a text, and pictures of the product side by side. */
export type Poster = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly text: string;
  readonly look: 'light' | 'dark' | 'tile' | 'tile wide';
  /** Pictures of the product as PNG in base64, with their width in the poster. */
  readonly shots: readonly { readonly picture: string; readonly width: number }[];
};

/** Renders a poster in an empty page, without transparency, as the stores require. */
export async function renderPoster(canvas: Page, poster: Poster): Promise<Uint8Array> {
  const { width, height } = poster;
  await canvas.setViewport({ width, height, deviceScaleFactor: 1 });
  await canvas.setContent(await layOut(poster));
  await canvas.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode()));
  });
  return await canvas.screenshot({ clip: { x: 0, y: 0, width, height } });
}

async function layOut({ title, text, look, shots }: Poster): Promise<string> {
  const [font, icon] = await Promise.all([
    readFile(new URL(import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')), 'base64'),
    readFile(new URL('../../icon/icon.svg', import.meta.url), 'base64'),
  ]);
  const images = shots.map(
    ({ picture, width }) => `<img style="width:${width}px" src="data:image/png;base64,${picture}">`,
  );
  return `<!doctype html><style>
    @font-face { font-family: Pinned; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }
    ${STYLE}
  </style><body class="${look}"><div class="words">
    <img class="icon" src="data:image/svg+xml;base64,${icon}"><h1>${title}</h1><p>${text}</p>
  </div><div class="shots">${images.join('')}</div>`;
}

const STYLE = `
  * { box-sizing: border-box; margin: 0 }
  body { height: 100vh; display: flex; align-items: center; overflow: hidden; font-family: Pinned; color: #10201f;
    background: #e0eceb }
  .dark { color: #eef4f3; background: #10211f }
  .tile { color: #fff; background: linear-gradient(150deg, #178d84, #0b4f4c) }
  .words { flex: 1 1 0; padding-left: 72px }
  .icon { width: 72px; height: 72px; margin-bottom: 28px; border-radius: 22%; box-shadow: 0 0 0 1px #fff3 }
  h1 { font-size: 44px; line-height: 1.15; letter-spacing: -0.025em; font-weight: 700; text-wrap: balance }
  p { margin-top: 20px; font-size: 21px; line-height: 1.45; opacity: .82; max-width: 24em; text-wrap: balance }
  .shots { flex: none; display: flex; gap: 28px; padding: 0 64px 0 56px; align-items: center }
  .shots img { display: block; max-height: 710px; object-fit: cover; object-position: top; border-radius: 14px; box-shadow: 0 2px 6px #0003, 0 24px 60px #0004 }
  .tile .words { padding-left: 34px } .tile .icon { width: 52px; height: 52px; margin-bottom: 14px }
  .tile h1 { font-size: 28px } .tile p { font-size: 15px; margin-top: 10px }
  .tile .shots img { max-height: none } .tile .shots { align-self: flex-start; padding: 30px 30px 0 16px }
  .tile.wide .words { padding-left: 96px } .tile.wide .icon { width: 96px; height: 96px; margin-bottom: 30px }
  .tile.wide h1 { font-size: 60px } .tile.wide p { font-size: 25px; margin-top: 20px }
  .tile.wide .shots { padding: 64px 90px 0 40px }
`;
