import { useLanguage, useTexts } from '../../i18n/language';
import { Segmented } from '../../ui/Segmented/Segmented';
import { chooseTheme, useChosenTheme } from './theme';

/** 日本語 / English, as words. */
export function LanguageSwitch() {
  const { language, texts, speak } = useLanguage();
  return (
    <Segmented
      legend={texts.shell.language}
      silent
      value={language}
      options={[
        { value: 'ja', label: texts.common.japanese, lang: 'ja' },
        { value: 'en', label: texts.common.english, lang: 'en' },
      ]}
      onChange={speak}
    />
  );
}

export function ThemeSwitch() {
  const texts = useTexts();
  return (
    <Segmented
      legend={texts.shell.theme}
      silent
      value={useChosenTheme()}
      options={(['system', 'light', 'dark'] as const).map((theme) => ({
        value: theme,
        label: texts.shell.themes[theme],
      }))}
      onChange={chooseTheme}
    />
  );
}
