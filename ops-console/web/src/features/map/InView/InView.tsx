import { useTexts } from '../../../i18n/language';
import { Panel } from '../../../ui/Panel/Panel';
import type { Seen } from '../room/RoomSheet';
import type { SeenGroup } from './inView';
import styles from './InView.module.css';

interface Props {
  groups: readonly SeenGroup[];
  /** Called with what has the focus, so that the map marks it; null when nothing has. */
  onFocus: (seen: Seen | null) => void;
}

/** The same as the map, to be read: everything in the view, by layer. */
export function InView({ groups, onFocus }: Props) {
  const { mapRoom: texts } = useTexts();
  return (
    <Panel title={texts.list.title} scroll>
      <p className="soft small">{texts.list.what}</p>
      {groups.length === 0 && <p>{texts.list.empty}</p>}
      {groups.map((group) => (
        <section key={group.layer} className={styles.group} aria-label={group.title}>
          <h3>
            {group.title} <span className="soft small">{texts.list.count(group.items.length + group.more)}</span>
          </h3>
          <ul>
            {group.items.map((item) => (
              <li key={item.key}>
                <button
                  type="button"
                  className={styles.item}
                  onFocus={() => onFocus(item.seen)}
                  onBlur={() => onFocus(null)}
                  onClick={() => onFocus(item.seen)}
                >
                  <span>{item.name}</span>
                  {item.detail && <span className="soft small">{item.detail}</span>}
                </button>
              </li>
            ))}
          </ul>
          {group.more > 0 && <p className="soft small">{texts.list.more(group.more)}</p>}
        </section>
      ))}
    </Panel>
  );
}
