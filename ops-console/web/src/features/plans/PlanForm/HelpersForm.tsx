import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';
import type { LoadedSupporter, PlanContent } from '../plan';
import styles from '../plans.module.css';
import { Count, OneOf } from './controls';

interface Props {
  content: PlanContent;
  known: readonly LoadedSupporter[];
  onChange: (content: PlanContent) => void;
}

/** Who helps, in the order in which they are called. */
export function HelpersForm({ content, known, onChange }: Props) {
  const texts = useTexts().plans.helpers;
  const set = (supporters: PlanContent['supporters']) => onChange({ ...content, supporters });
  return (
    <div className={styles.stack}>
      <Count
        label={texts.needed}
        value={content.helpersNeeded}
        min={0}
        max={20}
        onChange={(helpersNeeded) => onChange({ ...content, helpersNeeded: helpersNeeded ?? 0 })}
      />
      <ol className={styles.list}>
        {content.supporters.map((each, index) => {
          const name = nameOf(known, each.supporter) ?? texts.unknown;
          return (
            <li key={each.supporter} className={styles.card}>
              <HelperLine supporter={known.find(({ id }) => id === each.supporter)} name={name} />
              <OneOf
                label={`${texts.role} – ${name}`}
                value={each.role}
                names={texts.roles}
                onChange={(role) =>
                  set(content.supporters.map((other) => (other === each ? { ...each, role } : other)))
                }
              />
              <div className={styles.row}>
                {index > 0 && (
                  <Button look="quiet" onClick={() => set(earlier(content.supporters, index))}>
                    {texts.earlier(name)}
                  </Button>
                )}
                <Button look="quiet" onClick={() => set(content.supporters.filter((other) => other !== each))}>
                  {texts.remove(name)}
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function earlier<T>(all: readonly T[], index: number): T[] {
  const moved = [...all];
  const [one] = moved.splice(index, 1);
  if (one !== undefined) moved.splice(index - 1, 0, one);
  return moved;
}

export function nameOf(known: readonly LoadedSupporter[], id: string): string | undefined {
  return known.find((each) => each.id === id)?.entry.name;
}

/** Somebody who helps: contact, load, absence. */
export function HelperLine({ supporter, name }: { supporter: LoadedSupporter | undefined; name: string }) {
  const texts = useTexts().plans.helpers;
  if (!supporter) return <strong>{name}</strong>;
  const { entry } = supporter;
  return (
    <div>
      <div className={styles.row}>
        <strong>{name}</strong>
        <span className="soft">{texts.kinds[entry.kind]}</span>
        {entry.phone && <span>{entry.phone}</span>}
      </div>
      <div className={styles.row}>
        <span>{texts.load(supporter.people, entry.maxLoad)}</span>
        {supporter.overloaded && <StatusMark status="caution">{texts.overloaded}</StatusMark>}
        {supporter.absent && <StatusMark status="caution">{texts.absent}</StatusMark>}
        {entry.gone && <StatusMark status="failure">{texts.gone}</StatusMark>}
        {entry.hours && <span className="soft">{texts.hours(entry.hours)}</span>}
      </div>
    </div>
  );
}
