import type { Texts } from '../../i18n/language';
import type { Fact } from '../log/event';
import type { CheckinState } from '../projection/state';

/** What happened, in a few words: by whom it is known on the list. */
export function nameFact(fact: Fact, texts: Texts['tablet'], state: CheckinState): string {
  const { facts, counted, concerned } = texts.recentPage;
  const word = facts[fact.type];
  const nameOf = (id: string) => state.evacuees.get(state.standing('EVACUEE', id))?.card?.name;
  switch (fact.type) {
    case 'counted':
      return counted(fact.people, fact.households) || word;
    case 'arrived':
    case 'left':
    case 'went-out':
    case 'came-back': {
      const name = fact.evacuees.map(nameOf).find(Boolean);
      return [word, name, concerned(fact.evacuees.length)].filter(Boolean).join(' ');
    }
    case 'evacuee':
      return [word, fact.card.name].filter(Boolean).join(' ');
    case 'supplies':
      return `${word} ${fact.item}`;
    case 'recounted':
      return `${word} ${concerned(fact.seen)}`;
    case 'household':
    case 'undone':
    case 'same':
    case 'different':
    case 'confirmed':
      return word;
  }
}
