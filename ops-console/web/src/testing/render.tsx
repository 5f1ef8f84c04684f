import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { keys } from '../api/queries';
import type { Session } from '../api/types';
import { SessionProvider } from '../features/session/session';
import { type Language, LanguageProvider } from '../i18n/language';
import { sessionOf } from './samples';

interface Setting {
  session?: Session;
  language?: Language;
}

/** Shows a component as somebody signed in sees it. What is asked of the hub goes to {@link answer}. */
export function show(component: ReactNode, { session = sessionOf('DUTY_OFFICER'), language = 'ja' }: Setting = {}) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(keys.session, session);
  return render(
    <QueryClientProvider client={queries}>
      <LanguageProvider initial={language}>
        <SessionProvider>{component}</SessionProvider>
      </LanguageProvider>
    </QueryClientProvider>,
  );
}
