/** Something that a page or the background of the extension complained about. */
export interface PageError {
  /** The page's path, such as `popup.html`. */
  readonly where: string;
  readonly kind: 'console' | 'exception' | 'browser';
  readonly text: string;
}
