import { useState } from 'react';
import { type Texts, useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Panel } from '../../ui/Panel/Panel';
import { Segmented } from '../../ui/Segmented/Segmented';
import { differences, type LoadedSupporter, merged, type Part, type PlanContent } from './plan';
import { nameOf } from './PlanForm/HelpersForm';
import styles from './plans.module.css';

interface Props {
  /** What both were written on. */
  base: PlanContent;
  mine: PlanContent;
  theirs: PlanContent;
  known: readonly LoadedSupporter[];
  busy: boolean;
  onSettle: (content: PlanContent) => void;
}

/**
 * Two writings of a plan side by side. The person decides for each difference; what they did not touch themselves
 * is offered as the other wrote it.
 */
export function Conflict({ base, mine, theirs, known, busy, onSettle }: Props) {
  const all = useTexts();
  const texts = all.plans.conflict;
  const say = (part: Part, content: PlanContent) => linesOf(all, part, content, known);
  const differing = differences(mine, theirs);
  const [keepMine, setKeepMine] = useState<ReadonlySet<Part>>(() => new Set(differences(mine, base)));
  const keep = (part: Part, mineIsKept: boolean) => {
    const next = new Set(keepMine);
    if (mineIsKept) next.add(part);
    else next.delete(part);
    setKeepMine(next);
  };
  return (
    <Panel title={texts.title}>
      <div className={styles.stack}>
        <p role="alert">{texts.what}</p>
        {differing.map((part) => (
          <section key={part} className={styles.card} aria-label={texts.parts[part]}>
            <strong>{texts.parts[part]}</strong>
            <div className={styles.sides}>
              <Side title={texts.mine} lines={say(part, mine)} />
              <Side title={texts.theirs} lines={say(part, theirs)} />
            </div>
            <Segmented
              legend={texts.parts[part]}
              silent
              value={keepMine.has(part) ? 'mine' : 'theirs'}
              options={[
                { value: 'mine', label: texts.mine },
                { value: 'theirs', label: texts.theirs },
              ]}
              onChange={(value) => keep(part, value === 'mine')}
            />
          </section>
        ))}
        <div>
          <Button look="primary" busy={busy} onClick={() => onSettle(merged(mine, theirs, keepMine))}>
            {texts.settle}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

/** What one writing says. */
export function Side({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <span className="soft small">{title}</span>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

/** What a part says, in lines. */
export function linesOf(texts: Texts, part: Part, content: PlanContent, known: readonly LoadedSupporter[]): string[] {
  const { places, helpers, review, page } = texts.plans;
  const lines = (): readonly (string | undefined)[] => {
    switch (part) {
      case 'places':
        return [
          ...content.destinations.map(({ name }) => name),
          content.directToWelfareShelter ? places.direct : undefined,
          places.signals[content.startSignal],
          content.startDetail,
          content.minutesNeeded === undefined ? undefined : places.minutesValue(content.minutesNeeded),
        ];
      case 'ways':
        return [
          places.transports[content.transport],
          ...content.routes.map(({ metres, minutes }) => places.routeValue(places.metres(metres), minutes)),
          content.meetingPlace,
        ];
      case 'helpers':
        return [
          `${helpers.needed}: ${helpers.neededValue(content.helpersNeeded)}`,
          ...content.supporters.map(
            ({ supporter, role }) => `${nameOf(known, supporter) ?? helpers.unknown}（${helpers.roles[role]}）`,
          ),
        ];
      case 'items':
        return content.items;
      case 'pets':
      case 'house':
      case 'remarks':
        return [content[part]];
      case 'making':
        return [review.authors[content.author], content.authorName, `${review.next}: ${content.nextReview}`];
    }
  };
  const said = lines().filter((line): line is string => Boolean(line));
  return said.length > 0 ? said : [page.notWritten];
}
