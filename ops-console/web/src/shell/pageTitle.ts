import { useEffect } from 'react';
import type { Mode } from '../api/types';
import { useTexts } from '../i18n/language';

/** Names the page in the browser's tab; a drill says so there too. */
export function usePageTitle(title: string, mode?: Mode) {
  const texts = useTexts();
  useEffect(() => {
    const whole = `${title} | ${texts.product}`;
    document.title = mode === 'DRILL' ? texts.mode.drillTitle(whole) : whole;
  }, [title, mode, texts]);
}
