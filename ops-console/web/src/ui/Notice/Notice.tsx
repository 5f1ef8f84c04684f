import type { ReactNode } from 'react';
import { Icon, type IconName } from '../Icon/Icon';
import styles from './Notice.module.css';

type Tone = 'info' | 'success' | 'caution' | 'failure';

const icons: Record<Tone, IconName> = { info: 'info', success: 'success', caution: 'caution', failure: 'failure' };

interface Props {
  tone: Tone;
  title?: string;
  /** Speaks at once instead of when the listener pauses: for what went wrong just now. */
  assertive?: boolean;
  children?: ReactNode;
}

/** A fact that stays on the page: what happened, what was kept, what to do. */
export function Notice({ tone, title, assertive = false, children }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={assertive ? 'alert' : 'status'}>
      <Icon name={icons[tone]} size={22} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** What would be here, and how to make it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div className="soft small">{children}</div>}
    </div>
  );
}
