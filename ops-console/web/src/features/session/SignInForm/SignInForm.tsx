import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Choice, Field } from '../../../ui/Field/Field';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { useSessionState } from '../session';
import styles from './SignInForm.module.css';

/** Account and password. Nothing typed is thrown away when they are refused. */
export function SignInForm({ account: known = '' }: { account?: string }) {
  const texts = useTexts();
  const { signIn } = useSessionState();
  const [account, setAccount] = useState(known);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const attempt = useMutation({ mutationFn: () => signIn(account.trim(), password) });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (account.trim() && password && !attempt.isPending) attempt.mutate();
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={texts.session.account} error={tried && !account.trim() ? texts.session.emptyAccount : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={texts.session.password} error={tried && !password ? texts.session.emptyPassword : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            type={shown ? 'text' : 'password'}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
          />
        )}
      </Field>
      <Choice kind="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)}>
        {texts.session.show}
      </Choice>
      <ProblemNotice error={attempt.error} />
      <Button type="submit" look="primary" large busy={attempt.isPending}>
        {texts.session.signIn}
      </Button>
    </form>
  );
}
