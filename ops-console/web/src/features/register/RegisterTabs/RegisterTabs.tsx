import { Link, useLocation } from 'wouter';
import type { Role } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { Notice } from '../../../ui/Notice/Notice';
import { hasRole, useSession } from '../../session/session';
import { useRegister } from '../queries';
import styles from './RegisterTabs.module.css';

const tabs = [
  { name: 'people', path: '/people', roles: ['WELFARE_STAFF', 'DUTY_OFFICER'] },
  { name: 'plans', path: '/plans', roles: ['WELFARE_STAFF', 'DUTY_OFFICER'] },
  { name: 'disclosures', path: '/people/disclosures', roles: ['WELFARE_STAFF'] },
  { name: 'emergencies', path: '/people/emergencies', roles: ['WELFARE_STAFF', 'DUTY_OFFICER', 'ADMINISTRATOR'] },
  { name: 'imports', path: '/people/imports', roles: ['WELFARE_STAFF'] },
  { name: 'log', path: '/people/log', roles: ['WELFARE_STAFF', 'ADMINISTRATOR'] },
] as const satisfies readonly { name: string; path: string; roles: readonly Role[] }[];

export type TabName = (typeof tabs)[number]['name'];

/** The head of every page of the room: its parts, and whether the register can be opened at all. */
export function RegisterTabs({ here }: { here: TabName }) {
  const texts = useTexts().register;
  const session = useSession();
  const [path] = useLocation();
  const state = useRegister().data?.state;
  usePageTitle(texts.tabs[here], session.mode);
  return (
    <header className={styles.head}>
      <h1>{texts.tabs[here]}</h1>
      <nav aria-label={texts.tabs.label}>
        <ul className={styles.tabs}>
          {tabs
            .filter(({ roles }) => hasRole(session, ...roles))
            .map((tab) => (
              <li key={tab.name}>
                <Link href={tab.path} className={styles.tab} aria-current={path === tab.path ? 'page' : undefined}>
                  {texts.tabs[tab.name]}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {state && state !== 'OPEN' && (
        <Notice tone="failure" title={texts.locked}>
          {texts.lockedWhat}
        </Notice>
      )}
    </header>
  );
}
