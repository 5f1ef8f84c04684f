import { Icon, type IconName } from '../Icon/Icon';
import styles from './StatusMark.module.css';

/** How something stands. Each has an icon and a word of its own; colour only repeats them. */
export type Status = 'success' | 'waiting' | 'failure' | 'unknown' | 'caution' | 'off';

const icons: Record<Status, IconName> = {
  success: 'success',
  waiting: 'waiting',
  failure: 'failure',
  unknown: 'unknown',
  caution: 'caution',
  off: 'off',
};

interface Props {
  /** `none` for a figure of zero: it keeps its icon and word, but no colour calls for attention. */
  status: Status | 'none';
  icon?: Status;
  children: React.ReactNode;
}

/** A state in a word, with its icon. */
export function StatusMark({ status, icon, children }: Props) {
  return (
    <span className={styles.mark} data-status={status}>
      <Icon name={icons[icon ?? (status === 'none' ? 'off' : status)]} size={18} />
      <span>{children}</span>
    </span>
  );
}
