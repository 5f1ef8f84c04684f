import type { RadioPart } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Icon } from '../../../ui/Icon/Icon';
import styles from './Previews.module.css';
import type { RadioRendering } from './renderings';

/** A breath between two sentences, in milliseconds; only what is longer is heard as a pause. */
const breath = 1500;

/** What is heard outdoors, in order, with the reading and its length. */
export function RadioPreview({ rendering, seconds }: { rendering: RadioRendering; seconds: number | undefined }) {
  const texts = useTexts();
  const heard = rendering.parts.filter((part) => part.part !== 'pause' || part.milliseconds > breath);
  return (
    <figure className={styles.radio}>
      <p className={styles.air}>
        {seconds !== undefined && (
          <strong>
            <Icon name="waiting" size={18} />
            {texts.dispatch.secondsOnAir(seconds)}
          </strong>
        )}
        {rendering.repeatSpeech > 1 && <span>{texts.dispatch.repeats(rendering.repeatSpeech)}</span>}
        <span>
          {rendering.groups.length > 0
            ? texts.dispatch.groups(texts.common.list(rendering.groups))
            : texts.dispatch.allGroups}
        </span>
      </p>
      <ol className={styles.parts}>
        {heard.map((part, place) => (
          <li key={place} data-part={part.part}>
            <Part part={part} />
          </li>
        ))}
      </ol>
      <figcaption className={styles.caption}>
        {texts.dispatch.display}：{rendering.display}
      </figcaption>
    </figure>
  );
}

function Part({ part }: { part: RadioPart }) {
  const texts = useTexts();
  switch (part.part) {
    case 'chime':
      return part.opening ? texts.dispatch.chime.opening : texts.dispatch.chime.closing;
    case 'siren':
      return texts.dispatch.siren(part.code, part.repeats);
    case 'pause':
      return texts.dispatch.pause(part.milliseconds / 1000);
    case 'speech':
      return (
        <span lang={part.language}>
          {part.text}
          {part.kana && part.kana !== part.text && (
            <span className={styles.kana}>
              <span className="visually-hidden">{texts.dispatch.reading} </span>
              {part.kana}
            </span>
          )}
        </span>
      );
  }
}
