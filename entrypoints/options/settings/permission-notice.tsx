import { useI18n } from '../../../components/ui/i18n.ts';
import { Notice } from '../../../components/ui/notice.tsx';
import { requestHostPermission } from '../../../lib/browser/api/host-permission.ts';
import { describeFailure } from '../../../lib/domain/troubleshooting/failure-text.ts';

/** Reports a missing host permission for Bitget, with a button that requests it. */
export function PermissionNotice() {
  const i18n = useI18n();
  return (
    <Notice
      tone="danger"
      {...describeFailure({ kind: 'noHostPermission' }, i18n)}
      action={{ name: i18n.t('allow'), onClick: requestHostPermission }}
    />
  );
}
