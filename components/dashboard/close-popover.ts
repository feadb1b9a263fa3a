/** Closes the open panel, if there is one. Returns whether there was. */
export function closePopover(): boolean {
  const open = document.querySelector(':popover-open');
  if (!(open instanceof HTMLElement)) return false;
  open.hidePopover();
  return true;
}

/** Lets Escape close an open panel alone. The browser would close the whole popup of the extension. */
export function closePopoverOnEscape(): void {
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && closePopover()) event.preventDefault();
    },
    true,
  );
}
