import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { useI18n } from '../ui/i18n.ts';

/** Characters that no text contains: they mark the places of the parts. */
const FIRST_MARK = 0xe000;
const MARK = /([\ue000-\ue0ff])/;

/** A text with elements in its placeholders. Each language puts them in its own order. */
export function RichText({ text, parts }: { text: MessageKey; parts: readonly ComponentChildren[] }) {
  const i18n = useI18n();
  const marks = parts.map((_, index) => String.fromCharCode(FIRST_MARK + index));
  return i18n
    .t(text, ...marks)
    .split(MARK)
    .map((piece, index) => (
      <Fragment key={index}>{marks.includes(piece) ? parts[marks.indexOf(piece)] : piece}</Fragment>
    ));
}
