import type { ComponentChildren } from 'preact';
import '../../components/spark.css';
import { SparkLine } from '../../components/spark-line.tsx';
import type { Card } from '../../lib/domain/card.ts';
import type { Spark } from '../../lib/domain/spark.ts';
import type { GoodScene } from './scene.ts';
import { readSparks } from './sparks.ts';

type Details = typeof import('./details.tsx');

/** What the view can show only after its first paint: the past of each card, and the details of one. */
export type Later = {
  /** Reads the past anew where a round has landed since. */
  look(scene: GoodScene): void;
  spark(card: Card): ComponentChildren;
  /** Opens the details of a card; `from` has the focus back when they are closed. */
  open(card: Card, from: Element | null): void;
  /** The details of the card that was opened, with one tool more in its head; null of none. */
  details(scene: GoodScene, tool: ComponentChildren): ComponentChildren;
};

/** `draw` draws the view anew, `onRefresh` asks for a round. */
export function begin(draw: () => Promise<void>, onRefresh: () => void): Later {
  let seen = '';
  let sparks: ReadonlyMap<string, Spark> = new Map();
  let opened: string | null = null;
  let opener: Element | null = null;
  let loaded: Details | null = null;
  const open = async ({ key }: Pick<Card, 'key'>): Promise<void> => {
    loaded ??= await import('./details.tsx');
    opened = key;
    await draw();
  };
  const close = async (): Promise<void> => {
    opened = null;
    // It may wait for a part, and what is not shown takes no focus.
    await draw();
    if (opener instanceof HTMLElement) opener.focus();
  };
  return {
    look(scene) {
      const stamp = [scene.landedAt, ...scene.watched.accounts.map(({ id }) => id)].join(' ');
      if (scene.landedAt === null || stamp === seen) return;
      seen = stamp;
      void readSparks(scene).then((found) => {
        sparks = found;
        return draw();
      });
    },
    spark(card) {
      const spark = sparks.get(card.key);
      return spark && <SparkLine spark={spark} />;
    },
    open(card, from) {
      opener = from;
      void open(card);
    },
    details(scene, tool) {
      const card = scene.cards.find(({ key }) => key === opened);
      if (!loaded || !card) return null;
      const { Details } = loaded;
      return (
        <Details
          scene={scene}
          card={card}
          tool={tool}
          onPick={(picked) => void open(picked)}
          onBack={() => void close()}
          onRefresh={onRefresh}
        />
      );
    },
  };
}
