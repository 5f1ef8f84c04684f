import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useHeartbeat } from '../../api/connection';
import { useLiveEvents } from '../../api/events';
import { useDevice } from '../../features/plans/offline/device';
import { useSession, useSessionState } from '../../features/session/session';
import { SignInForm } from '../../features/session/SignInForm/SignInForm';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { ConnectionLine } from '../ConnectionLine/ConnectionLine';
import { ModeBand } from '../ModeBand/ModeBand';
import { LanguageSwitch, ThemeSwitch } from '../Preferences/Preferences';
import { Rail } from '../Rail/Rail';
import styles from './Shell.module.css';

/** What stands around every room: mode band, connection, rooms, and the person at work. */
export function Shell({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const session = useSession();
  const { ended } = useSessionState();
  const main = useRef<HTMLElement>(null);
  useHeartbeat();
  useLiveEvents();
  useFocusOnNewPage(main);
  return (
    <>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {texts.common.skip}
      </a>
      <ModeBand mode={session.mode} />
      <ConnectionLine />
      <div className={styles.frame}>
        <header className={styles.side}>
          <p className={styles.municipality}>{session.municipality.name}</p>
          <Rail />
          <Person />
        </header>
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      {ended && (
        <Dialog title={texts.session.title} onClose={() => {}}>
          <p>{texts.session.ended}</p>
          <SignInForm account={session.account} />
        </Dialog>
      )}
    </>
  );
}

function Person() {
  const texts = useTexts();
  const session = useSession();
  const { signOut } = useSessionState();
  const { stored } = useDevice();
  const [asking, setAsking] = useState(false);
  const unsent = stored.filter(({ waiting }) => waiting).length;
  return (
    <details className={styles.person}>
      <summary>
        <span className={styles.name}>{texts.shell.signedInAs(session.displayName)}</span>
        <span className={styles.roles}>{session.roles.map((role) => texts.roles[role]).join('・')}</span>
      </summary>
      <div className={styles.menu}>
        <LanguageSwitch />
        <ThemeSwitch />
        <Button icon="leave" onClick={() => (unsent > 0 ? setAsking(true) : void signOut())}>
          {texts.shell.signOut}
        </Button>
      </div>
      {asking && (
        <Dialog title={texts.plans.device.leaveTitle} onClose={() => setAsking(false)}>
          <p>{texts.plans.device.drafts(unsent)}</p>
          <DialogButtons>
            <Button onClick={() => setAsking(false)}>{texts.plans.device.keep}</Button>
            <Button look="danger" onClick={() => void signOut()}>
              {texts.plans.device.leave}
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </details>
  );
}

/** A new page starts at its beginning, for eyes and for ears; the first one leaves the focus alone. */
function useFocusOnNewPage(main: React.RefObject<HTMLElement | null>) {
  const [path] = useLocation();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    globalThis.scrollTo?.(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path, main]);
}
