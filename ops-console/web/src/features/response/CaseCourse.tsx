import type { CaseStep, CaseTeller, OpenedCase, ResponseCase } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Panel } from '../../ui/Panel/Panel';
import styles from './CaseCourse.module.css';
import room from './response.module.css';

/** Says who said something; supporters by name only where the case was opened. */
export function useTeller(opened?: OpenedCase) {
  const texts = useTexts().response.tellers;
  return ({ kind, name, who }: CaseTeller) => {
    const known = name ?? (who && opened?.supporters.find(({ id }) => id === who)?.entry.name);
    if (kind === 'STAFF' || kind === 'HUB') return known ?? texts[kind];
    return known ? `${texts[kind]} ${known}` : texts[kind];
  };
}

const isCall = ({ what }: CaseStep) => what.startsWith('Phone');

/** The how manieth call in vain to the same one it was. */
function callsUntil(steps: readonly CaseStep[], step: CaseStep) {
  return steps
    .slice(0, steps.indexOf(step) + 1)
    .filter((each) => isCall(each) && each.by.kind === step.by.kind && each.by.who === step.by.who).length;
}

/** What happened, the newest first. */
export function CaseCourse({ found, opened }: { found: ResponseCase; opened: OpenedCase | undefined }) {
  const texts = useTexts().response;
  const teller = useTeller(opened);
  return (
    <Panel title={texts.case.course} flush>
      <ol className={styles.course}>
        {found.steps.toReversed().map((step, index) => (
          <li key={`${step.at} ${found.steps.length - index}`} data-taken={step.taken || undefined}>
            <At at={step.at} seconds />
            <span>
              {step.what === 'TimeCame' || step.what === 'CalledUp' || step.what === 'Over' ? (
                texts.steps[step.what]
              ) : (
                <>
                  <strong>{teller(step.by)}</strong> {texts.steps[step.what]}
                  {isCall(step) && texts.case.attempt(callsUntil(found.steps, step))}
                </>
              )}
              {!step.taken && <span className="soft"> {texts.case.notTaken}</span>}
              {step.taken && <span className={room.under}>→ {texts.states[step.state]}</span>}
            </span>
          </li>
        ))}
        <li data-taken>
          <At at={found.line.openedAt} seconds />
          <span>{texts.case.began}</span>
        </li>
      </ol>
    </Panel>
  );
}
