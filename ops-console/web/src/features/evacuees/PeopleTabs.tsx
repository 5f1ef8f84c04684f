import { Link } from 'wouter';
import type { Role } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { Icon } from '../../ui/Icon/Icon';
import styles from '../register/RegisterTabs/RegisterTabs.module.css';
import { hasRole, useSession } from '../session/session';

const tabs = [
  { name: 'list', path: '/shelters/people', roles: ['DUTY_OFFICER', 'SHELTER_STAFF', 'WELFARE_STAFF'] },
  { name: 'doubts', path: '/shelters/doubts', roles: ['DUTY_OFFICER', 'SHELTER_STAFF'] },
  { name: 'inquiries', path: '/shelters/inquiries', roles: ['DUTY_OFFICER', 'WELFARE_STAFF'] },
  { name: 'protections', path: '/shelters/protections', roles: ['SHELTER_STAFF'] },
  { name: 'victims', path: '/shelters/victims', roles: ['DUTY_OFFICER', 'WELFARE_STAFF'] },
  { name: 'looks', path: '/shelters/looks', roles: ['ADMINISTRATOR'] },
] as const satisfies readonly { name: string; path: string; roles: readonly Role[] }[];

/** The head of the pages about evacuees by name. */
export function PeopleTabs({ here }: { here: (typeof tabs)[number]['name'] }) {
  const texts = useTexts().evacuees;
  const session = useSession();
  usePageTitle(texts.tabs[here], session.mode);
  return (
    <header className={styles.head}>
      <Link href="/shelters" className="standalone">
        <Icon name="back" />
        {texts.back}
      </Link>
      <h1>{texts.tabs[here]}</h1>
      <nav aria-label={texts.tabs.label}>
        <ul className={styles.tabs}>
          {tabs
            .filter(({ roles }) => hasRole(session, ...roles))
            .map(({ name, path }) => (
              <li key={name}>
                <Link href={path} className={styles.tab} aria-current={name === here ? 'page' : undefined}>
                  {texts.tabs[name]}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </header>
  );
}
