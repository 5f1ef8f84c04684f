import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Choice, Field } from '../../../ui/Field/Field';
import { Notice } from '../../../ui/Notice/Notice';
import { accept, isNamed, type PlanContent, type PlanProposal } from '../plan';
import styles from '../plans.module.css';
import { Count, OneOf, Words } from './controls';

interface Props {
  content: PlanContent;
  proposal: PlanProposal | null;
  offline: boolean;
  showErrors: boolean;
  onChange: (content: PlanContent) => void;
}

/** Where to and how. */
export function PlacesForm({ content, proposal, offline, showErrors, onChange }: Props) {
  const texts = useTexts().plans.places;
  const set = (change: Partial<PlanContent>) => onChange({ ...content, ...change });
  const setPlace = (index: number, place: Place | null) => {
    const destinations = [...content.destinations];
    if (place) destinations[index] = place;
    else destinations.splice(index, 1);
    set({ destinations, ...(index === 0 && { routes: [] }) });
  };
  return (
    <div className={styles.stack}>
      {proposal && <ProposalCard {...{ content, proposal, offline, onChange }} />}
      <PlaceField
        label={texts.first}
        place={content.destinations[0] ?? {}}
        proposal={proposal}
        error={showErrors && !isNamed(content.destinations[0]) ? texts.nameError : undefined}
        onChange={(place) => setPlace(0, place ?? {})}
      />
      <PlaceField
        label={texts.second}
        place={content.destinations[1]}
        proposal={proposal}
        onChange={(place) => setPlace(1, place)}
      />
      <Choice
        kind="checkbox"
        checked={content.directToWelfareShelter}
        onChange={(event) => set({ directToWelfareShelter: event.target.checked })}
      >
        {texts.direct}
      </Choice>
      <div className={styles.pair}>
        <OneOf
          label={texts.signal}
          value={content.startSignal}
          names={texts.signals}
          onChange={(startSignal) => set({ startSignal })}
        />
        <Words
          label={texts.signalDetail}
          value={content.startDetail}
          most={200}
          onChange={(startDetail) => set({ startDetail })}
        />
        <OneOf
          label={texts.transport}
          value={content.transport}
          names={texts.transports}
          onChange={(transport) => set({ transport })}
        />
        <Count
          label={texts.minutes}
          value={content.minutesNeeded}
          min={1}
          max={1440}
          onChange={(minutes) => {
            const { minutesNeeded: _, ...rest } = content;
            onChange(minutes === undefined ? rest : { ...rest, minutesNeeded: minutes });
          }}
        />
        <Words
          label={texts.meetingPlace}
          value={content.meetingPlace}
          most={200}
          onChange={(meetingPlace) => set({ meetingPlace })}
        />
        <Words label={texts.pets} value={content.pets} most={200} onChange={(pets) => set({ pets })} />
      </div>
      <Words
        label={texts.items}
        value={content.items.join('\n')}
        most={4000}
        lines
        onChange={(text) => set({ items: text === '' ? [] : text.split('\n').slice(0, 40) })}
      />
      <Words label={texts.remarks} value={content.remarks} most={2000} lines onChange={(remarks) => set({ remarks })} />
    </div>
  );
}

interface ProposalProps {
  content: PlanContent;
  proposal: PlanProposal;
  offline: boolean;
  onChange: (content: PlanContent) => void;
}

function ProposalCard({ content, proposal, offline, onChange }: ProposalProps) {
  const texts = useTexts().plans.places;
  const [nearest] = proposal.destinations;
  const [way] = proposal.routes;
  if (!nearest) return <Notice tone="caution" title={texts.noProposal} />;
  const taken = content.destinations[0]?.site === nearest.site && content.routes.length > 0;
  return (
    <div className={styles.card}>
      <strong>
        {texts.proposal}: {nearest.name}
      </strong>
      <span>{way ? texts.routeValue(texts.metres(way.metres), way.minutes) : texts.metres(nearest.metres)}</span>
      <span className="soft small">{offline ? texts.offline : texts.proposalWhat}</span>
      <div>
        <Button icon="check" onClick={() => onChange(accept(content, proposal))}>
          {texts.accept}
        </Button>
      </div>
      {taken && <span role="status">{texts.accepted}</span>}
    </div>
  );
}

type Place = PlanContent['destinations'][number];

interface PlaceProps {
  label: string;
  place: Place | undefined;
  proposal: PlanProposal | null;
  error?: string | undefined;
  onChange: (place: Place | null) => void;
}

const byName = 'name';

function PlaceField({ label, place, proposal, error, onChange }: PlaceProps) {
  const texts = useTexts().plans;
  const offered = proposal?.destinations ?? [];
  const strange = place?.site && !offered.some(({ site }) => site === place.site) ? place : null;
  const choose = (value: string) => {
    const site = offered.find((each) => each.site === value);
    if (value === '') onChange(null);
    else if (value === byName) onChange({ name: '' });
    else if (site) onChange({ site: site.site, name: site.name, point: site.point });
  };
  return (
    <div className={styles.pair}>
      <Field label={label} error={error}>
        {(wiring) => (
          <select
            {...wiring}
            value={place?.site ?? (place?.name === undefined ? '' : byName)}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{texts.page.notWritten}</option>
            {strange && <option value={strange.site}>{strange.name}</option>}
            {offered.map((each) => (
              <option key={each.site} value={each.site}>
                {describe(each, texts.places)}
              </option>
            ))}
            <option value={byName}>{texts.places.byName}</option>
          </select>
        )}
      </Field>
      {place && place.site === undefined && place.name !== undefined && (
        <Words
          label={`${texts.places.name} – ${label}`}
          value={place.name}
          most={100}
          onChange={(name) => onChange({ ...place, name })}
        />
      )}
    </div>
  );
}

function describe(
  site: PlanProposal['destinations'][number],
  texts: ReturnType<typeof useTexts>['plans']['places'],
): string {
  return [
    site.name,
    texts.metres(site.metres) + (site.byRoute ? '' : texts.straight),
    site.capacity !== undefined && texts.capacity(site.capacity),
    site.wheelchair && texts.wheelchair,
    site.rank > 0 && texts.inDanger,
  ]
    .filter(Boolean)
    .join(' / ');
}
