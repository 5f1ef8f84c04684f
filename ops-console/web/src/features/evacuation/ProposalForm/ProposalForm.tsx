import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { contentOf, hub } from '../../../api/client';
import { keys } from '../../../api/queries';
import type { DistrictOrders, EvacuationProposal, Hazard } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Choice, Choices, Field } from '../../../ui/Field/Field';
import { LevelBadge } from '../../../ui/LevelBadge/LevelBadge';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { changeOf, findOrder, orderName, type OrderLevel } from '../orders';
import styles from './ProposalForm.module.css';

/** The hazards for which municipalities order evacuation. */
const hazards: readonly Hazard[] = [
  'LANDSLIDE',
  'FLOOD',
  'HEAVY_RAIN',
  'STORM_SURGE',
  'TSUNAMI',
  'VOLCANO',
  'EARTHQUAKE',
  'FIRE',
  'OTHER',
];

type Action = OrderLevel | 'lift';

/** Proposes a change for the chosen districts. What follows is shown before anything happens. */
export function ProposalForm({ chosen }: { chosen: readonly DistrictOrders[] }) {
  const texts = useTexts();
  const queries = useQueryClient();
  const name = useId();
  const [, go] = useLocation();
  const [hazard, setHazard] = useState<Hazard>(() => chosen.flatMap(({ orders }) => orders)[0]?.hazard ?? 'LANDSLIDE');
  const [picked, setPicked] = useState<Action | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const standing = chosen.some((district) => findOrder(district, hazard));
  // Basically only 避難指示 is ordered for a tsunami, and nothing can be lifted where nothing stands.
  const offered: Action[] = [
    ...(hazard === 'TSUNAMI' ? [4 as const] : [3 as const, 4 as const, 5 as const]),
    ...(standing ? ['lift' as const] : []),
  ];
  const action = picked !== null && offered.includes(picked) ? picked : null;

  const propose = useMutation({
    mutationFn: (proposal: EvacuationProposal) => contentOf(hub.POST('/evacuation-orders', { body: proposal })),
    onSuccess: (draft) => {
      queries.setQueryData(keys.dispatch(draft.id), draft);
      void queries.invalidateQueries({ queryKey: [...keys.dispatches, 'list'] });
      go(`/dispatches/${draft.id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (action === null || propose.isPending) return;
    propose.mutate({
      hazard,
      districts: chosen.map(({ district }) => district.code),
      ...(action !== 'lift' && { level: action }),
      ...(reason.trim() && { reason: reason.trim() }),
    });
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={texts.evacuation.hazard}>
        {(wiring) => (
          <select {...wiring} value={hazard} onChange={(event) => setHazard(event.target.value as Hazard)}>
            {hazards.map((each) => (
              <option key={each} value={each}>
                {texts.hazard[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Choices
        legend={texts.evacuation.action}
        hint={tried && action === null && <strong className={styles.fault}>{texts.evacuation.actionEmpty}</strong>}
      >
        {offered.map((each) => (
          <Choice key={each} kind="radio" name={name} checked={action === each} onChange={() => setPicked(each)}>
            <ActionName action={each} hazard={hazard} />
          </Choice>
        ))}
      </Choices>
      <Field label={texts.evacuation.reason} hint={texts.evacuation.reasonHint}>
        {(wiring) => (
          <input
            {...wiring}
            maxLength={200}
            value={reason}
            lang="ja"
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {action !== null && <Outcome chosen={chosen} hazard={hazard} action={action} />}
      <ProblemNotice error={propose.error} />
      <Button type="submit" look="primary" large busy={propose.isPending}>
        {texts.evacuation.make}
      </Button>
      <p className="soft small">{texts.evacuation.resultWhat}</p>
    </form>
  );
}

function ActionName({ action, hazard }: { action: Action; hazard: Hazard }) {
  const texts = useTexts();
  if (action === 'lift') return texts.evacuation.lift;
  if (hazard === 'TSUNAMI') return texts.level.tsunamiOrder;
  return <LevelBadge level={action} name={texts.level.orderName[action] ?? ''} />;
}

interface OutcomeProps {
  chosen: readonly DistrictOrders[];
  hazard: Hazard;
  action: Action;
}

/** District by district what would change. */
function Outcome({ chosen, hazard, action }: OutcomeProps) {
  const texts = useTexts();
  const after = action === 'lift' ? null : action;
  const name = (level: number | null | undefined) => (level ? orderName(texts, hazard, level) : texts.level.noOrder);
  return (
    <section className={styles.outcome} aria-label={texts.evacuation.result}>
      <h3>{texts.evacuation.result}</h3>
      <ul>
        {chosen.map((district) => {
          const before = findOrder(district, hazard)?.level;
          return (
            <li key={district.district.code}>
              <strong>{district.district.name}</strong>
              <span>{texts.evacuation.changeOf[changeOf(before, after)]}</span>
              <span className="soft">{texts.evacuation.from(name(before), name(after))}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
