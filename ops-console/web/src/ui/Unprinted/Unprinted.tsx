import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/language';
import styles from './Unprinted.module.css';

/**
 * A list of people that a browser does not print: what leaves the house is numbered in the ledger, and comes from the
 * hub as a document. On paper it says so in the list's place.
 */
export function Unprinted({ children }: { children: ReactNode }) {
  const { common } = useTexts();
  return (
    <>
      <div className={styles.screen}>{children}</div>
      <p className={styles.paper}>{common.unprinted}</p>
    </>
  );
}
