import { Link } from 'wouter';
import type { FormerResponse } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { StatusMark } from '../../ui/StatusMark/StatusMark';
import { Panel } from '../../ui/Panel/Panel';
import room from './response.module.css';

/** Responses that are over. An order that was lifted made nobody safe: who was left without a word stays in sight. */
export function FormerResponses({ former }: { former: readonly FormerResponse[] }) {
  const texts = useTexts().response;
  return (
    <Panel title={texts.former}>
      {former.length === 0 && <p className="soft">{texts.noFormer}</p>}
      <ul className={room.causes}>
        {former.map((response) => (
          <li key={response.id}>
            <Link href={`/response/${response.id}`}>{texts.number(response.number)}</Link>{' '}
            <span className="soft">
              {texts.from} <At at={response.startedAt} />
              {response.endedAt && (
                <>
                  {' '}
                  {texts.to} <At at={response.endedAt} />
                </>
              )}
            </span>{' '}
            {response.unconfirmed > 0 && (
              <StatusMark status="caution">{texts.unconfirmed(response.unconfirmed)}</StatusMark>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
