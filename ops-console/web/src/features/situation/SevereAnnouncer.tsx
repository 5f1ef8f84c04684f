import { useEffect, useRef, useState } from 'react';
import type { InForce } from '../../api/types';
import { useTexts } from '../../i18n/language';

/** Speaks at once when something of level 4 or 5 newly comes into force; all else waits its turn. */
export function SevereAnnouncer({ inForce }: { inForce: readonly InForce[] }) {
  const texts = useTexts();
  const known = useRef<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const severe = inForce.filter((alert) => (alert.level ?? 0) >= 4);
    const fresh = known.current ? severe.filter((alert) => !known.current?.has(nameOf(alert))) : [];
    known.current = new Set(severe.map(nameOf));
    if (fresh.length > 0) setSaid(texts.situation.newSevere(texts.common.list(fresh.map((alert) => alert.name))));
  }, [inForce, texts]);
  return (
    <div role="alert" className="visually-hidden">
      {said}
    </div>
  );
}

function nameOf(alert: InForce): string {
  return `${alert.publisherName} ${alert.name} ${alert.areas.map((area) => area.name).join(' ')}`;
}
