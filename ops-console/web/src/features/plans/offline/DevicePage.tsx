import { Link } from 'wouter';
import { useConnected } from '../../../api/connection';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { Button } from '../../../ui/Button/Button';
import { Icon } from '../../../ui/Icon/Icon';
import { useSession } from '../../session/session';
import styles from '../plans.module.css';
import { KitchenTable } from './KitchenTable';

/** The plans taken along, inside the console. */
export function DevicePage() {
  const texts = useTexts().plans;
  const session = useSession();
  const connected = useConnected();
  usePageTitle(texts.device.title, session.mode);
  return (
    <>
      <h1>{texts.device.title}</h1>
      <p>
        <Link className="standalone" href="/plans">
          <Icon name="back" /> {texts.back}
        </Link>
      </p>
      <KitchenTable account={session.account} connected={connected} />
    </>
  );
}

/** The plans taken along where the hub cannot be reached and nobody can be asked to sign in. */
export function OfflinePage({ onRetry }: { onRetry: () => void }) {
  const texts = useTexts().plans.device;
  return (
    <main className={styles.door}>
      <h1>{texts.title}</h1>
      <KitchenTable account={undefined} connected={false} />
      <div>
        <Button onClick={onRetry}>{texts.reload}</Button>
      </div>
    </main>
  );
}
