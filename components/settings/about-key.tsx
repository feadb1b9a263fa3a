import { useI18n } from '../ui/i18n.ts';
import { Section } from '../ui/section.tsx';

/** What keeping the key is worth, and what is never done with it. */
export function AboutKey() {
  const i18n = useI18n();
  return (
    <Section title={i18n.t('about_key')}>
      <div class="panel prose">
        <p>{i18n.t('about_limits')}</p>
        <p>{i18n.t('about_never')}</p>
      </div>
    </Section>
  );
}
