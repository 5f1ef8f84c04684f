import { useState } from 'react';
import type { Dispatch, DispatchEdit, DraftText, Medium } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Choice, Choices, Field } from '../../../ui/Field/Field';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { type Part, textPart } from '../seen';
import { AudienceChoice } from './AudienceChoice';
import styles from './DraftEditor.module.css';
import { ExpiryField } from './ExpiryField';

const media: readonly Medium[] = ['LINE', 'FCM', 'WEB', 'RADIO'];

interface Props {
  dispatch: Dispatch;
  edit: DispatchEdit;
  /** What differs from what this reader saw before. */
  changed: ReadonlySet<Part>;
  editable: boolean;
  onEdit: (edit: DispatchEdit) => void;
}

/** The message of a draft: subject, media, texts, area, expiry. */
export function DraftEditor({ dispatch, edit, changed, editable, onEdit }: Props) {
  const texts = useTexts();
  const offered = media.filter(
    (medium) => dispatch.media.includes(medium) || dispatch.texts.some((text) => text.medium === medium),
  );
  return (
    <div className={styles.editor}>
      <Marked changed={changed.has('title')}>
        <Field label={texts.dispatch.heading}>
          {(wiring) => (
            <input
              {...wiring}
              value={edit.title}
              maxLength={200}
              readOnly={!editable}
              onChange={(event) => onEdit({ ...edit, title: event.target.value })}
            />
          )}
        </Field>
      </Marked>
      <Marked changed={changed.has('media')}>
        {!editable ? (
          <div>
            <p className={styles.label}>{texts.dispatch.media}</p>
            <p>{texts.common.list(edit.media.map((medium) => texts.medium[medium]))}</p>
          </div>
        ) : (
          <Choices legend={texts.dispatch.media}>
            <div className={styles.media}>
              {offered.map((medium) => (
                <Choice
                  key={medium}
                  kind="checkbox"
                  checked={edit.media.includes(medium)}
                  onChange={(event) => onEdit({ ...edit, media: withMedium(edit.media, medium, event.target.checked) })}
                >
                  {texts.medium[medium]}
                </Choice>
              ))}
            </div>
          </Choices>
        )}
      </Marked>
      <TextEditor edit={edit} changed={changed} editable={editable} onEdit={onEdit} />
      {dispatch.siren && (
        <Marked changed={changed.has('siren')}>
          <Choice
            kind="checkbox"
            disabled={!editable}
            checked={edit.siren !== undefined}
            onChange={(event) => onEdit(withSiren(edit, event.target.checked ? dispatch.siren : undefined))}
          >
            {texts.dispatch.sounds(dispatch.siren)}
          </Choice>
        </Marked>
      )}
      {dispatch.mode === 'DRILL' && editable && <p className="soft small">{texts.dispatch.drillMark}</p>}
      <Marked changed={changed.has('audience')}>
        <AudienceChoice
          audience={edit.audience}
          editable={editable && !dispatch.change}
          onChange={(audience) => onEdit({ ...edit, audience })}
        />
      </Marked>
      <Marked changed={changed.has('expiresAt')}>
        <ExpiryField
          value={edit.expiresAt}
          hint={texts.dispatch.expiresHint}
          readOnly={!editable}
          onChange={(expiresAt) => onEdit({ ...edit, expiresAt })}
        />
      </Marked>
    </div>
  );
}

function withMedium(chosen: readonly Medium[], medium: Medium, wanted: boolean): Medium[] {
  return media.filter((each) => (each === medium ? wanted : chosen.includes(each)));
}

function withSiren({ siren: _, ...rest }: DispatchEdit, siren: string | undefined): DispatchEdit {
  return siren ? { ...rest, siren } : rest;
}

/** A part of the draft, marked where it is not as this reader saw it last. */
function Marked({ changed, children }: { changed: boolean; children: React.ReactNode }) {
  const texts = useTexts();
  if (!changed) return children;
  return (
    <div className={styles.changed}>
      <p className={styles.changedWord}>{texts.dispatch.changedSince}</p>
      {children}
    </div>
  );
}

interface TextEditorProps {
  edit: DispatchEdit;
  changed: ReadonlySet<Part>;
  editable: boolean;
  onEdit: (edit: DispatchEdit) => void;
}

function TextEditor({ edit, changed, editable, onEdit }: TextEditorProps) {
  const texts = useTexts();
  const [pickedMedium, setMedium] = useState<Medium>('LINE');
  const [pickedLanguage, setLanguage] = useState('ja');
  const written = edit.texts.filter((text) => edit.media.includes(text.medium));
  const mediaWritten = media.filter((medium) => written.some((text) => text.medium === medium));
  const medium = mediaWritten.includes(pickedMedium) ? pickedMedium : mediaWritten[0];
  const inMedium = written.filter((text) => text.medium === medium);
  const text = inMedium.find((each) => each.language === pickedLanguage) ?? inMedium[0];
  if (!medium || !text) return null;

  const mark = (each: Medium, language?: string) =>
    written.some(
      (one) => one.medium === each && (!language || one.language === language) && changed.has(textPart(one)),
    );
  const replace = (next: DraftText) =>
    onEdit({ ...edit, texts: edit.texts.map((each) => (textPart(each) === textPart(next) ? next : each)) });

  return (
    <div className={styles.text}>
      <Segmented
        legend={texts.dispatch.text}
        value={medium}
        options={mediaWritten.map((each) => ({
          value: each,
          label: <Label mark={mark(each)}>{texts.medium[each]}</Label>,
        }))}
        onChange={setMedium}
      />
      {inMedium.length > 1 && (
        <Segmented
          legend={texts.dispatch.language}
          silent
          value={text.language}
          options={inMedium.map(({ language }) => ({
            value: language,
            label: <Label mark={mark(medium, language)}>{texts.languageOf[language] ?? language}</Label>,
          }))}
          onChange={setLanguage}
        />
      )}
      <Marked changed={changed.has(textPart(text))}>
        <div className={styles.fields} lang={text.language}>
          {medium !== 'RADIO' && (
            <Field label={texts.dispatch.textTitle}>
              {(wiring) => (
                <input
                  {...wiring}
                  value={text.title}
                  maxLength={200}
                  readOnly={!editable}
                  onChange={(event) => replace({ ...text, title: event.target.value })}
                />
              )}
            </Field>
          )}
          <Field label={texts.dispatch.textBody}>
            {(wiring) => (
              <textarea
                {...wiring}
                rows={7}
                value={text.body}
                maxLength={5000}
                readOnly={!editable}
                onChange={(event) => replace({ ...text, body: event.target.value })}
              />
            )}
          </Field>
        </div>
      </Marked>
    </div>
  );
}

function Label({ mark, children }: { mark: boolean; children: string }) {
  const texts = useTexts();
  return (
    <>
      {children}
      {mark && (
        <>
          <span className={styles.dot} aria-hidden="true" />
          <span className="visually-hidden">（{texts.dispatch.changedSince}）</span>
        </>
      )}
    </>
  );
}
