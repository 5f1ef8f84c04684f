import type { OpenedCase, ResponseCase, SupporterSaid, SupportTask } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';
import { useSupporterSaid } from './queries';
import { AnswerLink } from './AnswerLink';
import styles from './CaseSupporters.module.css';
import room from './response.module.css';

const looks: Record<SupportTask['state'], Status> = {
  PLANNED: 'off',
  ABSENT: 'off',
  NO_ADDRESS: 'caution',
  ASKED: 'waiting',
  SILENT: 'caution',
  DECLINED: 'failure',
  ACCEPTED: 'success',
  ON_THE_WAY: 'success',
  DONE: 'success',
  WITHDRAWN: 'off',
};

const answers: readonly SupporterSaid['answer'][] = ['ACCEPT', 'ON_THE_WAY', 'CANNOT', 'SAFE'];

interface Props {
  found: ResponseCase;
  /** Who they are, once the case was opened. */
  opened: OpenedCase | undefined;
}

/** Who is asked, in the order of the plan, and what staff heard from them by telephone. */
export function CaseSupporters({ found, opened }: Props) {
  const texts = useTexts().response;
  const said = useSupporterSaid(found.line.id);
  const active = found.running && found.line.state !== 'SAFE' && found.line.state !== 'ENDED';
  return (
    <Panel title={texts.case.supporters} flush>
      {found.tasks.length === 0 && <p className={room.inset}>{texts.case.noSupporters}</p>}
      <ol className={styles.tasks}>
        {found.tasks.map((task, index) => {
          const who = opened?.supporters.find(({ id }) => id === task.supporter)?.entry;
          const name = who?.name ?? (opened ? texts.case.gone : texts.case.unnamedSupporter(index + 1));
          return (
            <li key={task.id}>
              <div className={room.taskHead}>
                <strong>{name}</strong>
                {task.group && <span className="soft small">{texts.case.group}</span>}
                <StatusMark status={looks[task.state]}>{texts.taskStates[task.state]}</StatusMark>
                {task.askedAt && (
                  <span className="soft small">
                    {texts.case.askedAt} <At at={task.askedAt} />
                  </span>
                )}
              </div>
              {who && (
                <p className="small">
                  {who.phone && <a href={`tel:${who.phone}`}>{who.phone}</a>} {who.contact}{' '}
                  {who.hours && <span className="soft">{who.hours}</span>}
                </p>
              )}
              {opened && active && (
                <div className={room.buttons} role="group" aria-label={texts.answers.label(name)}>
                  {answers.map((answer) => (
                    <Button
                      key={answer}
                      look="quiet"
                      busy={said.isPending}
                      onClick={() => said.mutate({ taskId: task.id, answer })}
                    >
                      {texts.answers[answer]}
                    </Button>
                  ))}
                  <AnswerLink caseId={found.line.id} taskId={task.id} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
      <ProblemNotice error={said.error} />
    </Panel>
  );
}
