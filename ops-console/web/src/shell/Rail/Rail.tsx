import { Link, useLocation } from 'wouter';
import { useSituation } from '../../api/queries';
import { useSession } from '../../features/session/session';
import { useTexts } from '../../i18n/language';
import { Icon } from '../../ui/Icon/Icon';
import { listRooms } from '../Shell/rooms';
import styles from './Rail.module.css';

/** The rooms this person may enter; a badge tells where somebody is waited for. */
export function Rail() {
  const texts = useTexts();
  const session = useSession();
  const [path] = useLocation();
  const waiting = useSituation().data?.decisions.length ?? 0;
  return (
    <nav className={styles.rail} aria-label={texts.shell.rail}>
      <ul>
        {listRooms(session.roles).map((room) => {
          const here =
            room.path === '/' ? path === '/' : [room.path, room.also].some((start) => start && path.startsWith(start));
          return (
            <li key={room.name}>
              <Link href={room.path} className={styles.room} aria-current={here ? 'page' : undefined}>
                <Icon name={room.icon} size={24} />
                <span>{texts.rooms[room.name]}</span>
                {room.name === 'dispatch' && waiting > 0 && (
                  <span className={styles.badge}>
                    <span aria-hidden="true">{waiting}</span>
                    <span className="visually-hidden">{texts.rooms.needsYou(waiting)}</span>
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
