import { useId } from 'preact/hooks';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  /** There is nothing to export yet. */
  readonly isImportOnly: boolean;
  onExport(): void;
  onImport(file: File): void;
};

/** Exports the settings to a file and imports them. */
export function SettingsFileButtons({ isImportOnly, onExport, onImport }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <div class="files">
      <p>{i18n.t(isImportOnly ? 'file_text_import' : 'file_text')}</p>
      {!isImportOnly && (
        <button type="button" class="plain" onClick={onExport}>
          {i18n.t('file_export')}
        </button>
      )}
      <div class="field">
        <label for={id}>{i18n.t('file_import')}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget: input }) => {
            const file = input.files?.[0];
            if (file) onImport(file);
            // Allows the user to choose one file twice.
            input.value = '';
          }}
        />
        <p class="hint" id={`${id}-hint`}>
          {i18n.t('file_import_hint')}
        </p>
      </div>
    </div>
  );
}
