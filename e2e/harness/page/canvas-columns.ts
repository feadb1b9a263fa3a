import type { ElementHandle } from 'puppeteer-core';

/**
 * Divides the plot of a canvas, right of its scale, into `count` equal columns, and returns which of them hold the
 * color of a custom property.
 */
export async function readCanvasColumns(
  canvas: ElementHandle<HTMLCanvasElement>,
  property: string,
  count: number,
  scale: number,
): Promise<readonly boolean[]> {
  return await canvas.evaluate(
    (node, name, parts, left) => {
      const probe = document.createElement('i');
      probe.style.color = `var(${name})`;
      node.closest('main')?.append(probe);
      const wanted = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
      probe.remove();
      const ratio = node.width / node.clientWidth;
      const start = Math.round(left * ratio);
      const width = node.width - start;
      const pixels = node.getContext('2d')?.getImageData(start, 0, width, node.height).data ?? new Uint8ClampedArray();
      const found = Array.from({ length: parts }, () => false);
      for (let index = 0; index < pixels.length; index += 4) {
        const isIt = [0, 1, 2].every((part) => Math.abs((pixels[index + part] ?? 0) - (wanted[part] ?? 0)) < 6);
        if (isIt && (pixels[index + 3] ?? 0) > 250) found[Math.floor((((index / 4) % width) / width) * parts)] = true;
      }
      return found;
    },
    property,
    count,
    scale,
  );
}
