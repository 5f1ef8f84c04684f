import { useState } from 'react';
import type { Dispatch, Medium, Preview } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { recipientsText } from '../people';
import { LinePreview } from './LinePreview';
import styles from './Previews.module.css';
import { PushPreview } from './PushPreview';
import { RadioPreview } from './RadioPreview';
import { WebPreview } from './WebPreview';

/** How it will look and sound on each medium, and whom it reaches there. */
export function Previews({ dispatch }: { dispatch: Dispatch }) {
  const texts = useTexts();
  const languages = [...new Set(dispatch.previews.map((preview) => preview.language))];
  const [picked, setPicked] = useState('ja');
  const language = languages.includes(picked) ? picked : (languages[0] ?? 'ja');
  return (
    <div className={styles.previews}>
      {languages.length > 1 && (
        <Segmented
          legend={texts.dispatch.language}
          silent
          value={language}
          options={languages.map((value) => ({ value, label: texts.languageOf[value] ?? value }))}
          onChange={setPicked}
        />
      )}
      {dispatch.media.map((medium) => (
        <OnMedium
          key={medium}
          medium={medium}
          dispatch={dispatch}
          preview={dispatch.previews.find((preview) => preview.medium === medium && preview.language === language)}
        />
      ))}
    </div>
  );
}

interface OnMediumProps {
  medium: Medium;
  dispatch: Dispatch;
  preview: Preview | undefined;
}

function OnMedium({ medium, dispatch, preview }: OnMediumProps) {
  const texts = useTexts();
  const recipients = dispatch.recipients.find((entry) => entry.medium === medium);
  return (
    <section className={styles.medium} aria-label={texts.medium[medium]}>
      <header className={styles.head}>
        <h3>{texts.medium[medium]}</h3>
        <span className={styles.recipients}>{recipients && recipientsText(texts, recipients)}</span>
      </header>
      {preview ? <Shown preview={preview} /> : <p className="soft small">{texts.common.none}</p>}
    </section>
  );
}

function Shown({ preview }: { preview: Preview }) {
  const { rendering } = preview;
  switch (rendering.type) {
    case 'line':
      return <LinePreview rendering={rendering} />;
    case 'push':
      return <PushPreview rendering={rendering} />;
    case 'web':
      return <WebPreview rendering={rendering} />;
    case 'radio':
      return <RadioPreview rendering={rendering} seconds={preview.secondsOnAir} />;
  }
}
