/** A page that cannot be seen is not painted at all. */
const PAINT_TIMEOUT = 250;

/** Resolves when the browser has painted the first content, or when it has not done so in time. */
export async function firstPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length > 0) resolve();
    });
    observer.observe({ type: 'paint', buffered: true });
    setTimeout(resolve, PAINT_TIMEOUT);
  });
}
