import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { Icon } from '../../ui/Icon/Icon';
import { BigLink } from '../parts/Big';
import parts from '../parts/parts.module.css';
import { useTablet } from '../parts/tablet';

/** Every screen but the first: what it is, and the way back to the figure. */
export function Screen({ title, children }: { title: string; children: ReactNode }) {
  const texts = useTexts().tablet;
  const { enrolment } = useTablet();
  usePageTitle(title, enrolment.mode);
  return (
    <main className={parts.page}>
      <header className={parts.head}>
        <BigLink href="/">
          <Icon name="back" /> {texts.back}
        </BigLink>
        <h1>{title}</h1>
      </header>
      {children}
    </main>
  );
}
