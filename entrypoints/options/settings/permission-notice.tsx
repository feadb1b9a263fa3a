import { useI18n } from '../../../components/ui/i18n.ts';
import { Notice } from '../../../components/ui/notice.tsx';
import { askForHost } from '../../../lib/browser/api/host-permission.ts';
import { explain } from '../../../lib/domain/view/failure-text.ts';

/** Says that the user's browser keeps the extension from Bitget, with a button to allow it again. */
export function Ungranted() {
  const words = useI18n();
  return (
    <Notice
      tone="danger"
      {...explain({ kind: 'ungranted' }, words)}
      action={{ name: words.text('allow'), onClick: askForHost }}
    />
  );
}
