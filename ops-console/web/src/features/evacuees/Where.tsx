import { useTexts } from '../../i18n/language';
import { useShelters } from '../shelters/queries';
import type { Evacuee } from './evacuee';

/** The names of shelters by their ids. */
export function useShelterNames(): ReadonlyMap<string, string> {
  return new Map(useShelters().data?.shelters.map(({ id, name }) => [id, name]));
}

/** Where somebody is, or went. */
export function Where({ evacuee: { where }, names }: { evacuee: Evacuee; names: ReadonlyMap<string, string> }) {
  const texts = useTexts();
  if (!where) return <>{texts.evacuees.nowhere}</>;
  const shelter = names.get(where.shelter) ?? where.shelter;
  if (where.left) return <>{texts.evacuees.left(shelter, texts.tablet.destinations[where.left], where.note)}</>;
  const form = where.form === 'IN_SHELTER' ? '' : texts.tablet.forms[where.form];
  return <>{[shelter, form, where.out && texts.tablet.listPage.out].filter(Boolean).join('・')}</>;
}
