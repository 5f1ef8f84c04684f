import type { ReactNode } from 'react';
import type { DistrictCollection } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Choice, Field } from '../../../ui/Field/Field';
import { Panel } from '../../../ui/Panel/Panel';
import { type Act, type Drawing, isComplete, largestRadius, type Tool } from '../draw/drawing';
import { canRemove, type Outline } from '../draw/outline';
import { type KnownPlace } from '../draw/place';
import { crossesItself } from '../draw/shape';
import { PlaceField } from '../PlaceField/PlaceField';
import styles from './DrawPanel.module.css';

interface Props {
  title: string;
  drawing: Drawing | null;
  tools: readonly Tool[];
  districts: DistrictCollection | undefined;
  /** Places that may be typed by name. */
  known: readonly KnownPlace[];
  onAct: (act: Act) => void;
  /** What is known of what is drawn, in sight while it is drawn. */
  summary?: ReactNode;
  /** What can be done with it. */
  children: ReactNode;
}

/** Choosing an area: by hand, with the keyboard, or by the names of districts. */
export function DrawPanel({ title, drawing, tools, districts, known, onAct, summary, children }: Props) {
  const texts = useTexts();
  const { draw } = texts.mapRoom;
  return (
    <Panel title={title}>
      <div className={styles.tools} role="group" aria-label={title}>
        {tools.map((tool) => (
          <Button
            key={tool}
            aria-pressed={drawing?.tool === tool}
            onClick={() => onAct(drawing?.tool === tool ? { type: 'stop' } : { type: 'start', tool })}
          >
            {draw.tools[tool]}
          </Button>
        ))}
      </div>
      {summary}
      {drawing && (
        <>
          <p role="status">
            {drawing.done ? draw.done : `${draw.started}: ${draw.how[drawing.tool]}`}
            {'points' in drawing && ` ${draw.points(drawing.points.length)}`}
          </p>
          {'points' in drawing && drawing.done && <Corners outline={drawing} onAct={onAct} />}
          {drawing.tool !== 'districts' && !drawing.done && (
            <PlaceField
              label={draw.typed}
              action={draw.put}
              known={known}
              onPlace={(at) => onAct({ type: 'put', at })}
            />
          )}
          {drawing.tool === 'polygon' && crossesItself(drawing.points) && <p role="alert">{draw.crossing}</p>}
          {drawing.tool === 'circle' && <Radius metres={drawing.radius} onAct={onAct} />}
          {drawing.tool === 'districts' && <Names codes={drawing.codes} districts={districts} onAct={onAct} />}
          <div className={styles.tools}>
            {!drawing.done && drawing.tool !== 'point' && (
              <Button aria-disabled={!isComplete(drawing)} icon="check" onClick={() => onAct({ type: 'finish' })}>
                {draw.finish}
              </Button>
            )}
            <Button look="quiet" onClick={() => onAct({ type: 'back' })}>
              {draw.back}
            </Button>
            <Button look="quiet" onClick={() => onAct({ type: 'stop' })}>
              {draw.stop}
            </Button>
          </div>
        </>
      )}
      {children}
      {drawing && drawing.tool !== 'districts' && !drawing.done && <p className="soft small">{draw.byKey}</p>}
    </Panel>
  );
}

/** How the corners of what is drawn are changed, and what is done with the one that is held. */
function Corners({ outline, onAct }: { outline: Outline; onAct: (act: Act) => void }) {
  const { corners } = useTexts().mapRoom;
  const { held } = outline;
  return (
    <>
      <p className="soft small">{corners.how}</p>
      <p role="status">{held !== undefined && corners.held(held + 1)}</p>
      {held !== undefined && (
        <div className={styles.tools}>
          <Button aria-disabled={!canRemove(outline)} onClick={() => onAct({ type: 'remove', corner: held })}>
            {corners.remove}
          </Button>
          <Button look="quiet" onClick={() => onAct({ type: 'hold', corner: held })}>
            {corners.letGo}
          </Button>
        </div>
      )}
    </>
  );
}

function Radius({ metres, onAct }: { metres: number; onAct: (act: Act) => void }) {
  const { draw } = useTexts().mapRoom;
  return (
    <Field label={draw.radius}>
      {(wiring) => (
        <input
          {...wiring}
          className={styles.radius}
          type="number"
          inputMode="numeric"
          min={10}
          max={largestRadius}
          step={50}
          value={metres}
          onChange={(event) => onAct({ type: 'radius', metres: event.target.valueAsNumber })}
        />
      )}
    </Field>
  );
}

interface NamesProps {
  codes: ReadonlySet<string>;
  districts: DistrictCollection | undefined;
  onAct: (act: Act) => void;
}

function Names({ codes, districts, onAct }: NamesProps) {
  const { list } = useTexts().mapRoom;
  return (
    <div className={styles.names} role="group" aria-label={list.districts} tabIndex={0}>
      {districts?.features.map(({ properties: { code, name } }) => (
        <Choice key={code} kind="checkbox" checked={codes.has(code)} onChange={() => onAct({ type: 'choose', code })}>
          {name}
        </Choice>
      ))}
    </div>
  );
}
