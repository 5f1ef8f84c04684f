import type { Shelter } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { holdsPeople } from './find';

/** How many people are there of how many it holds. */
export function People({ shelter }: { shelter: Shelter }) {
  const texts = useTexts().shelters;
  const { people, capacity } = shelter;
  const known = people !== undefined && (people > 0 || holdsPeople(shelter));
  return (
    <>
      {known ? texts.people(people) : ''}
      <span className="soft small">
        {known && ' / '}
        {capacity === undefined ? texts.noCapacity : texts.capacity(capacity)}
      </span>
    </>
  );
}
