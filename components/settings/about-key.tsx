import { useI18n } from '../ui/i18n.ts';
import { Section } from '../ui/section.tsx';

/** What keeping the key is worth, and what is never done with it. */
export function AboutKey() {
  const words = useI18n();
  return (
    <Section title={words.t('about_key')}>
      <div class="panel prose">
        <p>{words.t('about_limits')}</p>
        <p>{words.t('about_never')}</p>
      </div>
    </Section>
  );
}
