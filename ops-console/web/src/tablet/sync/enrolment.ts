import type { Session } from '../../api/types';
import { carryToken, contentOf, hub } from '../../api/client';
import type { Enrolment, KnownShelter } from '../storage/safe';
import type { ToldShelter } from './hub';

/** What a tablet keeps of the shelters. */
export function known(shelters: readonly ToldShelter[]): KnownShelter[] {
  return shelters.map(({ id, name, capacity, state }) => ({ id, name, capacity: capacity ?? null, state }));
}

/** Signs somebody of the staff in, only for as long as it takes to enrol the tablet. */
export async function signIn(account: string, password: string): Promise<Session> {
  const session = await contentOf(hub.POST('/session', { body: { account, password } }));
  carryToken(session.csrfToken);
  return session;
}

/** The shelters that a tablet may stand in. */
export async function listShelters(): Promise<KnownShelter[]> {
  const { shelters } = await contentOf(hub.GET('/shelters'));
  return known(shelters.filter(({ retired }) => !retired));
}

/** Makes this device the tablet of a shelter, and ends the session: the tablet goes on without anybody's account. */
export async function enrol(
  session: Session,
  name: string,
  shelter: string,
  shelters: readonly KnownShelter[],
): Promise<Enrolment> {
  const { device, token } = await contentOf(hub.POST('/tablets', { body: { name, shelter } }));
  await contentOf(hub.DELETE('/session')).catch(() => {});
  return { device, token, name, mode: session.mode, shelter, shelters };
}
