import type { NewShelter, PlaceVersion } from '../../../api/types';
import { type KnownPlace, placeOf, written } from '../../map/draw/place';

/** A place by hand while it is written. */
export interface PlaceDraft {
  name: string;
  kind: NewShelter['kind'];
  address: string;
  /** A position, or the name of something whose position is known. */
  place: string;
  /** Counts where there is no position. */
  district: string;
  capacity: string;
  announced: boolean;
  toldBy: string;
}

export const nothing: PlaceDraft = {
  name: '',
  kind: 'SELF_OPENED',
  address: '',
  place: '',
  district: '',
  capacity: '',
  announced: true,
  toldBy: '',
};

const placeIn = ({ location }: Pick<PlaceVersion, 'location'>) =>
  location ? written([location.longitude, location.latitude]) : '';

/** What is on file, to be corrected. */
export function draftOf(version: PlaceVersion): PlaceDraft {
  return {
    name: version.name,
    // Only what was entered by hand has versions.
    kind: version.kind as NewShelter['kind'],
    address: version.address,
    place: placeIn(version),
    district: version.location ? '' : (version.district?.code ?? ''),
    capacity: version.capacity?.toString() ?? '',
    announced: version.announced,
    toldBy: version.toldBy,
  };
}

/** A draft as the hub takes it; null while its name or its position is missing. */
export function bodyOf(draft: PlaceDraft, known: readonly KnownPlace[], before?: PlaceVersion): NewShelter | null {
  if (isNameless(draft) || isLost(draft, known)) return null;
  const at = placeOf(draft.place, known);
  // What nobody touched stays as exact as it was.
  const location =
    before && draft.place === placeIn(before)
      ? before.location
      : at
        ? { longitude: at[0], latitude: at[1] }
        : undefined;
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    announced: draft.announced,
    ...(draft.address.trim() && { address: draft.address.trim() }),
    ...(location && { location }),
    ...(!location && draft.district && { district: draft.district }),
    ...(draft.capacity && { capacity: Number(draft.capacity) }),
    ...(draft.toldBy.trim() && { toldBy: draft.toldBy.trim() }),
  };
}

export const isNameless = ({ name }: PlaceDraft) => name.trim() === '';

/** People at home are in many places; everybody else is at one. */
export const isLost = ({ place, kind }: PlaceDraft, known: readonly KnownPlace[]) =>
  !placeOf(place, known) && !(kind === 'HOMES' && place.trim() === '');
