import { Group } from '../ui/group.tsx';
import { useI18n } from '../ui/i18n.ts';

/** The limits of the key's protection, and what the extension never does with a key. */
export function AboutKey() {
  const i18n = useI18n();
  return (
    <Group title={i18n.t('about_key')}>
      <div class="panel prose">
        <p>{i18n.t('about_limits')}</p>
        <p>{i18n.t('about_never')}</p>
      </div>
    </Group>
  );
}
