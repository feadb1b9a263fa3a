import { useSignal } from '@preact/signals';
import { FileTools } from '../../../components/settings/settings-file-buttons.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Verdict } from '../../../components/ui/result-message.tsx';
import { Section } from '../../../components/ui/section.tsx';
import { download } from '../../../lib/browser/page/download.ts';
import { DEFAULT_ALERTING } from '../../../lib/domain/alert/alert-settings.ts';
import { writeSettingsFile } from '../../../lib/domain/export/settings-file.ts';
import type { Words } from '../../../lib/domain/i18n/i18n.ts';
import { listed } from '../../../lib/domain/i18n/list.ts';
import { counted } from '../../../lib/domain/i18n/plural.ts';
import type { State } from '../state/state.ts';
import { type Imported, importFile } from './import-settings-file.ts';

const NAME = 'margin-glance-settings.json';

/** Everything but the keys, out to a file and in from one. */
export function SettingsFileSection({ state }: { state: State }) {
  const words = useI18n();
  const imported = useSignal<Imported | null>(null);
  const { accounts, settings } = state.watched.value;
  const stored = state.alerting.value;
  const alerting = 'value' in stored ? stored.value : DEFAULT_ALERTING;
  const end = imported.value;
  return (
    <Section title={words.text('file')}>
      <div class="panel">
        <FileTools
          onExport={() => download(NAME, 'application/json', writeSettingsFile(settings, alerting, accounts))}
          onImport={(file) => {
            imported.value = null;
            void importFile(file, state).then((result) => {
              imported.value = result;
            });
          }}
        />
        <Verdict
          good={end?.state === 'good' && doneText(end, words)}
          bad={end?.state === 'bad' && words.text(`file_${end.problem}`)}
        />
      </div>
    </Section>
  );
}

function doneText({ accounts, keyless, off }: Extract<Imported, { state: 'good' }>, words: Words): string {
  const done = counted('file_done', accounts, words);
  const left = off.map((each) => words.text(`file_off_${each}`));
  const asked = keyless.length === 0 ? [] : [words.text('file_keyless', listed(keyless, words))];
  return [done, ...left, ...asked].join(' ');
}
