import { useI18n } from '../ui/i18n.ts';
import { Section } from '../ui/section.tsx';

/** What keeping the key is worth, and what is never done with it. */
export function AboutKey() {
  const words = useI18n();
  return (
    <Section title={words.text('about_key')}>
      <div class="panel prose">
        <p>{words.text('about_limits')}</p>
        <p>{words.text('about_never')}</p>
      </div>
    </Section>
  );
}
