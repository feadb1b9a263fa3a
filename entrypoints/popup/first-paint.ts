/** In ms. Browsers do not paint a hidden page. */
const PAINT_TIMEOUT = 250;

/** Resolves after the first contentful paint or the timeout. Earlier work would delay the rendering of text. */
export async function firstPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length > 0) resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, PAINT_TIMEOUT);
  });
}
