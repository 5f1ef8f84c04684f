import type { Shelter } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { useTally } from '../tally/queries';
import { holdsPeople } from './find';

/** How many people are there of how many it holds; the live figure where one is known. */
export function People({ shelter }: { shelter: Shelter }) {
  const texts = useTexts().shelters;
  const counted = useTally().data?.shelters.find((each) => each.shelter === shelter.id)?.figures.people;
  const people = counted ?? shelter.people;
  const { capacity } = shelter;
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
