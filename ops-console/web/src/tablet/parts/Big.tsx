import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './parts.module.css';

type Look = 'primary' | 'plain' | 'quiet';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  wide?: boolean;
}

function classes(look: Look, wide: boolean, more = '') {
  return [styles.big, styles[look], wide ? styles.wide : '', more].join(' ');
}

/** A button for a gloved thumb, named by what happens. What cannot be pressed now stays where it is and says so. */
export function Big({ look = 'plain', wide = false, className, onClick, ...rest }: Props) {
  const off = rest['aria-disabled'] === true;
  return (
    <button
      type="button"
      {...rest}
      className={classes(look, wide, className)}
      onClick={off ? (event) => event.preventDefault() : onClick}
    />
  );
}

/** The same, where it leads to another screen. */
export function BigLink({
  href,
  look = 'plain',
  wide = false,
  className,
  children,
}: {
  href: string;
  look?: Look;
  wide?: boolean;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Link href={href} className={classes(look, wide, className)}>
      {children}
    </Link>
  );
}
