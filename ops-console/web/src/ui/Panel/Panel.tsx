import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

interface Props {
  title: string;
  aside?: ReactNode;
  flush?: boolean;
  /** Whether its content scrolls inside it where the screen gives it a height. */
  scroll?: boolean;
  children: ReactNode;
}

/** A titled part of a screen. */
export function Panel({ title, aside, flush = false, scroll = false, children }: Props) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      <div
        className={`${flush ? styles.flush : styles.body} ${scroll ? styles.scroll : ''}`}
        // Whoever uses the keyboard scrolls it as well.
        {...(scroll && { tabIndex: 0, role: 'group', 'aria-labelledby': id })}
      >
        {children}
      </div>
    </section>
  );
}
