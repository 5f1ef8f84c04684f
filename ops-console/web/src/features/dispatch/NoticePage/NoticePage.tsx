import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { contentOf, hub } from '../../../api/client';
import { keys } from '../../../api/queries';
import type { HandWrittenNotice, Hazard, Medium } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { Button } from '../../../ui/Button/Button';
import { Choice, Choices, Field } from '../../../ui/Field/Field';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { districtsIn } from '../../map/draw/handOver';
import { useSession } from '../../session/session';
import { AudienceChoice } from '../DraftEditor/AudienceChoice';
import { ExpiryField } from '../DraftEditor/ExpiryField';
import styles from './NoticePage.module.css';

const media: readonly Medium[] = ['LINE', 'FCM', 'WEB', 'RADIO'];

const hazards: readonly Hazard[] = [
  'OTHER',
  'FIRE',
  'HEAVY_RAIN',
  'LANDSLIDE',
  'FLOOD',
  'STORM_SURGE',
  'STORM',
  'HEAVY_SNOW',
  'BLIZZARD',
  'HIGH_WAVES',
  'OTHER_WEATHER',
  'EARTHQUAKE',
  'TSUNAMI',
  'VOLCANO',
  'HEAT',
  'CIVIL_PROTECTION',
];

type Faults = Partial<Record<'title' | 'body' | 'media' | 'area' | 'expiresAt', string>>;

/** A notice written by hand. It becomes a draft like any other. */
export function NoticePage() {
  const texts = useTexts();
  const session = useSession();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const handedOver = districtsIn(useSearch());
  const [notice, setNotice] = useState<HandWrittenNotice>(() => blank(handedOver));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<HandWrittenNotice>) => setNotice({ ...notice, ...part });
  const write = useMutation({
    mutationFn: () => contentOf(hub.POST('/notices', { body: notice })),
    onSuccess: (draft) => {
      queries.setQueryData(keys.dispatch(draft.id), draft);
      void queries.invalidateQueries({ queryKey: [...keys.dispatches, 'list'] });
      go(`/dispatches/${draft.id}`);
    },
  });
  usePageTitle(texts.notice.title, session.mode);

  const faults: Faults = {
    ...(!notice.title.trim() && { title: texts.notice.emptyHeading }),
    ...(!notice.body.trim() && { body: texts.notice.emptyBody }),
    ...(notice.media.length === 0 && { media: texts.notice.noMedia }),
    ...(notice.audience.type === 'in-areas' &&
      notice.audience.areas.length === 0 && { area: texts.dispatch.chooseArea }),
    ...(new Date(notice.expiresAt).getTime() <= Date.now() && { expiresAt: texts.notice.expired }),
  };
  const shown: Faults = tried ? faults : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length === 0 && !write.isPending) write.mutate();
  };

  return (
    <form className={styles.page} onSubmit={submit} noValidate>
      <header>
        <h1>{texts.notice.title}</h1>
        <p className="soft">{texts.notice.what}</p>
      </header>
      <Field label={texts.notice.hazard}>
        {(wiring) => (
          <select
            {...wiring}
            value={notice.hazard}
            onChange={(event) => change({ hazard: event.target.value as Hazard })}
          >
            {hazards.map((hazard) => (
              <option key={hazard} value={hazard}>
                {texts.hazard[hazard]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={texts.notice.heading} required={texts.common.required} error={shown.title}>
        {(wiring) => (
          <input
            {...wiring}
            maxLength={60}
            value={notice.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={texts.notice.body} hint={texts.notice.bodyHint} required={texts.common.required} error={shown.body}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={7}
            maxLength={2000}
            value={notice.body}
            onChange={(event) => change({ body: event.target.value })}
          />
        )}
      </Field>
      <Choices
        legend={texts.notice.media}
        hint={shown.media && <strong className={styles.fault}>{shown.media}</strong>}
      >
        <div className={styles.media}>
          {media.map((medium) => (
            <Choice
              key={medium}
              kind="checkbox"
              checked={notice.media.includes(medium)}
              onChange={(event) =>
                change({
                  media: media.filter((each) => (each === medium ? event.target.checked : notice.media.includes(each))),
                })
              }
            >
              {texts.medium[medium]}
            </Choice>
          ))}
        </div>
      </Choices>
      <AudienceChoice audience={notice.audience} editable onChange={(audience) => change({ audience })} />
      <ExpiryField
        value={notice.expiresAt}
        hint={texts.dispatch.expiresHint}
        error={shown.expiresAt}
        onChange={(expiresAt) => change({ expiresAt })}
      />
      <ProblemNotice error={write.error} />
      <p>
        <Button type="submit" look="primary" large busy={write.isPending}>
          {texts.notice.make}
        </Button>
      </p>
    </form>
  );
}

/** To everyone, on every silent medium, for a day: the usual notice. */
function blank(districts: readonly string[]): HandWrittenNotice {
  const tomorrow = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 24 * 3_600_000);
  return {
    hazard: 'OTHER',
    title: '',
    body: '',
    media: ['LINE', 'FCM', 'WEB'],
    audience: districts.length > 0 ? { type: 'in-areas', areas: [...districts] } : { type: 'everyone' },
    expiresAt: tomorrow.toISOString(),
  };
}
