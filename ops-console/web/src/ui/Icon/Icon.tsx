import styles from './Icon.module.css';

const paths = {
  situation: 'M4 19h16M6 15l4-5 3 3 5-7',
  dispatch: 'M4 10v4h3l6 4V6L7 10H4zM16.500 9a4 4 0 0 1 0 6M19 6.500a8 8 0 0 1 0 11',
  evacuation: 'M13 4.500a1.500 1.500 0 1 0 .01 0M8 20l3-5-2-3 1-4 4 1 1 3 3 1M10 8l-3 1-1 3M14 15l2 2v3',
  shelters:
    'M3.500 20V10.500L12 4l8.500 6.500V20zM12 11a1.800 1.800 0 1 0 .01 0M8.500 20c0-2.500 1.500-4 3.500-4s3.500 1.500 3.500 4',
  response:
    'M8.500 5a2.700 2.700 0 1 0 .01 0M3 19c0-3.500 2.300-6 5.500-6 2 0 3.700 1 4.700 2.600M13.500 18l2.500 2.500 5-6',
  sites: 'M4 11l8-7 8 7M6 9.500V20h12V9.500M10 20v-6h4v6',
  people:
    'M9 5a3 3 0 1 0 .01 0M3.500 19c0-3.500 2.500-6 5.500-6s5.500 2.500 5.500 6M16 7a2.500 2.500 0 1 0 .01 0M16 13c2.800 0 4.500 2 4.500 5',
  chronology: 'M12 4a8 8 0 1 1-8 8M4 5v4h4M12 8v4l3 2',
  map: 'M9 5L3.500 7v12.500L9 17.500l6 2 5.500-2V5L15 7 9 5zM9 5v12.500M15 7v12.500',
  print: 'M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7v-6z',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  success: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.200l2.800 2.800L16 9.500',
  waiting: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.500V12l3 2',
  failure: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 9l6 6M15 9l-6 6',
  unknown: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.500 9.700c.2-3 5-2.900 5 0 0 1.900-2.500 2-2.500 3.800M12 16.800v.1',
  off: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12h8',
  caution: 'M12 4L2.800 20h18.400L12 4zM12 10v4.500M12 17.300v.1',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.500M12 7.600v.1',
  pen: 'M4 20l1-4L16 5l3 3L8 19l-4 1z',
  download: 'M12 4v11M7.500 11L12 15.500 16.500 11M5 20h14',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.500 4.500',
  back: 'M14.500 5L8 12l6.500 7',
  forward: 'M9.500 5L16 12l-6.500 7',
  leave: 'M14 4h5v16h-5M4 12h10M10 8l4 4-4 4',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M5.600 18.400L7 17M17 7l1.400-1.400',
  dark: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside a word. It never stands for the word: screen readers pass over it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
