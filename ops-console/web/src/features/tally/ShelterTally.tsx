import type { Figures } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { AsOf } from '../../ui/AsOf/AsOf';
import { Panel } from '../../ui/Panel/Panel';
import { Curve } from './Curve';
import { useTally, useTallyHistory } from './queries';
import styles from './tally.module.css';

/** The figures of one shelter, with every class they are reported in. */
export function ShelterTally({ shelterId }: { shelterId: string }) {
  const texts = useTexts().tally;
  const ours = useTally().data?.shelters.find(({ shelter }) => shelter === shelterId);
  const history = useTallyHistory(shelterId);
  return (
    <Panel title={texts.title} aside={ours && <AsOf at={ours.asOf} freshFor={600} />}>
      {!ours && <p className="soft">{texts.nothingCounted}</p>}
      {ours && (
        <>
          <Heads figures={ours.figures} />
          {ours.dark && <p className={styles.dark}>{texts.lastFigure}</p>}
          {ours.unsent > 0 && <p className={styles.dark}>{texts.unsent(ours.unsent)}</p>}
          {history.data && <Curve history={history.data} people={ours.figures.people} />}
          <Classes figures={ours.figures} />
        </>
      )}
    </Panel>
  );
}

function Heads({ figures }: { figures: Figures }) {
  const texts = useTexts().tally;
  return (
    <dl className={styles.numbers}>
      <div className={styles.main}>
        <dt>{texts.people}</dt>
        <dd>{texts.count(figures.people)}</dd>
      </div>
      <div>
        <dt>{texts.households}</dt>
        <dd>{texts.householdCount(figures.households)}</dd>
      </div>
      <div>
        <dt>{texts.named}</dt>
        <dd>{texts.count(figures.named)}</dd>
      </div>
      <div>
        <dt>{texts.out}</dt>
        <dd>{texts.count(figures.out)}</dd>
      </div>
    </dl>
  );
}

function Classes({ figures }: { figures: Figures }) {
  const texts = useTexts().tally;
  return (
    <div className={styles.classes}>
      <Class title={texts.age} words={texts.ages} counts={figures.age} />
      <Class title={texts.sex} words={texts.sexes} counts={figures.sex} />
      <Class title={texts.condition} words={texts.conditions} counts={figures.condition} />
      <Class title={texts.needs} words={texts.needWords} counts={figures.needs} note={texts.needsOverlap} />
    </div>
  );
}

interface ClassProps {
  title: string;
  words: Readonly<Record<string, string>>;
  counts: Readonly<Record<string, number>>;
  note?: string;
}

function Class({ title, words, counts, note }: ClassProps) {
  const texts = useTexts().tally;
  const shown = Object.entries(words).filter(([key]) => counts[key]);
  if (shown.length === 0) return null;
  return (
    <table>
      <caption>
        {title}
        {note && <small>{note}</small>}
      </caption>
      <tbody>
        {shown.map(([key, word]) => (
          <tr key={key}>
            <th scope="row">{word}</th>
            <td>{texts.count(counts[key] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
