import { QuietHoursRow } from '../../../components/alert/quiet-hours-row.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import * as stored from '../../../lib/browser/storage/alert-items.ts';
import type { AlertSettings } from '../../../lib/domain/alert/alert-settings.ts';
import {
  buildQuietDraft,
  parseQuietDraft,
  SUGGESTED_QUIET_HOURS,
} from '../../../lib/domain/alert/alert-settings-draft.ts';
import type { State } from '../state/state.ts';
import { useDraft } from '../state/use-draft.ts';

type Props = { readonly alertSettings: AlertSettings; readonly state: State };

/** The quiet hours. Switched on, they are from 22:00 to 7:00 until the user changes them. */
export function QuietHours({ alertSettings, state }: Props) {
  const i18n = useI18n();
  const save = state.saver.saveTo(stored.alertSettings);
  const { draft, invalid, edit, commit, reset } = useDraft({
    name: 'quiet',
    stored: alertSettings,
    build: ({ quiet }) => buildQuietDraft(quiet ?? SUGGESTED_QUIET_HOURS),
    parse: (typed) => {
      const quiet = parseQuietDraft(typed);
      return quiet && { quiet };
    },
    save,
  });
  const { quiet } = alertSettings;
  const { from, to } = buildQuietDraft(quiet ?? SUGGESTED_QUIET_HOURS);
  return (
    <QuietHoursRow
      isOn={quiet !== null}
      draft={draft}
      error={invalid.length > 0 ? i18n.t('still', i18n.t('quiet_wrong'), `${from}–${to}`) : undefined}
      onToggle={(isOn) => {
        reset();
        void save(() => ({ quiet: isOn ? SUGGESTED_QUIET_HOURS : null }));
      }}
      onInput={edit}
      onCommit={() => void commit()}
    />
  );
}
