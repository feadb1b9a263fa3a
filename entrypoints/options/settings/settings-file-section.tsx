import { useSignal } from '@preact/signals';
import { SettingsFileButtons } from '../../../components/settings/settings-file-buttons.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import { Section } from '../../../components/ui/section.tsx';
import { download } from '../../../lib/browser/page/download.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../lib/domain/alert/alert-settings.ts';
import { writeSettingsFile } from '../../../lib/domain/export/settings-file.ts';
import type { I18n } from '../../../lib/domain/i18n/i18n.ts';
import { formatList } from '../../../lib/domain/i18n/list.ts';
import { pluralize } from '../../../lib/domain/i18n/plural.ts';
import type { State } from '../state/state.ts';
import { type ImportResult, importSettingsFile } from './import-settings-file.ts';

const NAME = 'margin-glance-settings.json';

/** Everything but the keys, out to a file and in from one. */
export function SettingsFileSection({ state }: { state: State }) {
  const words = useI18n();
  const imported = useSignal<ImportResult | null>(null);
  const { accounts, settings } = state.watched.value;
  const stored = state.alertSettings.value;
  const alertSettings = 'value' in stored ? stored.value : DEFAULT_ALERT_SETTINGS;
  const end = imported.value;
  return (
    <Section title={words.t('file')}>
      <div class="panel">
        <SettingsFileButtons
          onExport={() => download(NAME, 'application/json', writeSettingsFile(settings, alertSettings, accounts))}
          onImport={(file) => {
            imported.value = null;
            void importSettingsFile(file, state).then((result) => {
              imported.value = result;
            });
          }}
        />
        <ResultMessage
          good={end?.state === 'good' && describeImport(end, words)}
          bad={end?.state === 'bad' && words.t(`file_${end.problem}`)}
        />
      </div>
    </Section>
  );
}

function describeImport({ accounts, keyless, off }: Extract<ImportResult, { state: 'good' }>, words: I18n): string {
  const done = pluralize('file_done', accounts, words);
  const left = off.map((each) => words.t(`file_off_${each}`));
  const asked = keyless.length === 0 ? [] : [words.t('file_keyless', formatList(keyless, words))];
  return [done, ...left, ...asked].join(' ');
}
