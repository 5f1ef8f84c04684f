import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { en } from './en';
import { ja, type Texts } from './ja';

export type { Texts };

/** The languages of the staff console. */
export type Language = 'ja' | 'en';

export const languages: Record<Language, Texts> = { ja, en };

const storageKey = 'noroshi.language';

interface Spoken {
  language: Language;
  texts: Texts;
  speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken | null>(null);

function remembered(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'ja';
}

/** Gives the texts in the reader's language to everything inside, and tells the page its language. */
export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: Language }) {
  const [language, setLanguage] = useState<Language>(() => initial ?? remembered());
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo<Spoken>(
    () => ({
      language,
      texts: languages[language],
      speak: (next) => {
        localStorage.setItem(storageKey, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export function useLanguage(): Spoken {
  const spoken = useContext(SpokenContext);
  if (!spoken) throw new Error('no language is given around this component');
  return spoken;
}

/** The texts in the reader's language. */
export function useTexts(): Texts {
  return useLanguage().texts;
}
