import { useTexts } from '../../i18n/language';
import { Screen } from './Screen';
import styles from './screens.module.css';

/** How to use it, and, said openly, what it does not check while there is no connection. */
export function HelpPage() {
  const texts = useTexts().tablet.help;
  const parts = [
    [texts.offline, texts.offlineWhat],
    [texts.first, texts.firstWhat],
    [texts.then, texts.thenWhat],
    [texts.merge, texts.mergeWhat],
    [texts.lost, texts.lostWhat],
  ] as const;
  return (
    <Screen title={texts.title}>
      {parts.map(([title, lines]) => (
        <section key={title} className={styles.help}>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  );
}
