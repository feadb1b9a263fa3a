/** No frame comes while a page is not seen; then nobody waits for it. */
const PATIENCE = 250;

/** Resolves when what was drawn last has been painted, or when no paint is to be expected. */
export async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });
}
