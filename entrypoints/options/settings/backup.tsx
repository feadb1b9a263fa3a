import { useSignal } from '@preact/signals';
import { SettingsFileButtons } from '../../../components/settings/settings-file-buttons.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import { download } from '../../../lib/browser/page/download.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../lib/domain/alert/alert-settings.ts';
import { writeSettingsFile } from '../../../lib/domain/export/settings-file.ts';
import type { I18n } from '../../../lib/domain/i18n/i18n.ts';
import { formatList } from '../../../lib/domain/i18n/list.ts';
import { pluralize } from '../../../lib/domain/i18n/plural.ts';
import type { State } from '../state/state.ts';
import { type ImportResult, importSettingsFile } from './import-settings-file.ts';

const NAME = 'margin-glance-settings.json';

type Props = {
  readonly state: State;
  /** Before the first account there is only a file to import. */
  readonly isImportOnly?: boolean;
};

/** Exports everything except the keys to a file, and imports such a file. */
export function Backup({ state, isImportOnly = false }: Props) {
  const i18n = useI18n();
  const imported = useSignal<ImportResult | null>(null);
  const { accounts, settings } = state.portfolio.value;
  const stored = state.alertSettings.value;
  const alertSettings = 'value' in stored ? stored.value : DEFAULT_ALERT_SETTINGS;
  const result = imported.value;
  return (
    <div class="panel">
      <SettingsFileButtons
        isImportOnly={isImportOnly}
        onExport={() => download(NAME, 'application/json', writeSettingsFile(settings, alertSettings, accounts))}
        onImport={(file) => {
          imported.value = null;
          void importSettingsFile(file, state).then((result) => {
            imported.value = result;
          });
        }}
      />
      <ResultMessage
        good={result?.state === 'good' && describeImport(result, i18n)}
        bad={result?.state === 'bad' && i18n.t(`file_${result.problem}`)}
      />
    </div>
  );
}

function describeImport({ accounts, keyless, off }: Extract<ImportResult, { state: 'good' }>, i18n: I18n): string {
  const done = pluralize('file_done', accounts, i18n);
  const switchedOff = off.map((each) => i18n.t(`file_off_${each}`));
  const missingKeys = keyless.length === 0 ? [] : [i18n.t('file_keyless', formatList(keyless, i18n))];
  return [done, ...switchedOff, ...missingKeys].join(' ');
}
