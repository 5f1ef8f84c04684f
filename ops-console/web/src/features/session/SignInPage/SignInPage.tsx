import { useHub } from '../../../api/queries';
import { useTexts } from '../../../i18n/language';
import { ConnectionLine } from '../../../shell/ConnectionLine/ConnectionLine';
import { ModeBand } from '../../../shell/ModeBand/ModeBand';
import { LanguageSwitch } from '../../../shell/Preferences/Preferences';
import { usePageTitle } from '../../../shell/pageTitle';
import { SignInForm } from '../SignInForm/SignInForm';
import styles from './SignInPage.module.css';

/** The door. It already says whether behind it things are live or a drill. */
export function SignInPage() {
  const texts = useTexts();
  const hub = useHub().data;
  usePageTitle(texts.session.title, hub?.mode);
  return (
    <>
      {hub && <ModeBand mode={hub.mode} />}
      <ConnectionLine />
      <main className={styles.page}>
        <div className={styles.card}>
          <header className={styles.head}>
            <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width={48} height={48} />
            <div>
              <p className={styles.municipality}>{hub?.municipality.name ?? '　'}</p>
              <h1>
                {texts.product} <span className={styles.purpose}>{texts.session.purpose}</span>
              </h1>
            </div>
          </header>
          {hub?.mode === 'DRILL' && <p className="soft">{texts.session.drillHint}</p>}
          <SignInForm />
        </div>
        <LanguageSwitch />
      </main>
    </>
  );
}
