/** No frame comes while a page is not seen; then nobody waits for it. */
const PATIENCE = 250;

/**
 * Resolves when the first content is on the screen, or when none is to be expected. A frame that is drawn is not yet seen:
 * what is begun before it is seen takes the time that its letters need.
 */
export async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new PerformanceObserver((seen) => {
      if (seen.getEntriesByName('first-contentful-paint').length > 0) resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, PATIENCE);
  });
}
