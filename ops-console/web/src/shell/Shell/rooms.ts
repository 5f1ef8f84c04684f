import type { Role } from '../../api/types';
import type { IconName } from '../../ui/Icon/Icon';

/** A room of the console. */
export type RoomName =
  'situation' | 'dispatch' | 'evacuation' | 'shelters' | 'response' | 'sites' | 'register' | 'map' | 'chronology';

export interface Room {
  name: RoomName;
  path: string;
  /** Where else the room goes on. */
  also?: string;
  icon: IconName;
  roles: readonly Role[];
}

const all: readonly Role[] = ['DUTY_OFFICER', 'APPROVER', 'VIEWER', 'ADMINISTRATOR', 'SHELTER_STAFF', 'WELFARE_STAFF'];
const desk: readonly Role[] = ['DUTY_OFFICER', 'APPROVER', 'VIEWER'];

const rooms: readonly Room[] = [
  { name: 'situation', path: '/', icon: 'situation', roles: all },
  { name: 'dispatch', path: '/dispatches', icon: 'dispatch', roles: desk },
  { name: 'evacuation', path: '/evacuation', icon: 'evacuation', roles: all },
  { name: 'shelters', path: '/shelters', icon: 'shelters', roles: all },
  { name: 'response', path: '/response', icon: 'response', roles: [...desk, 'WELFARE_STAFF'] },
  { name: 'sites', path: '/sites', icon: 'sites', roles: all },
  {
    name: 'register',
    path: '/people',
    also: '/plans',
    icon: 'people',
    roles: ['WELFARE_STAFF', 'DUTY_OFFICER', 'ADMINISTRATOR'],
  },
  { name: 'map', path: '/map', icon: 'map', roles: all },
  { name: 'chronology', path: '/chronology', icon: 'chronology', roles: [...desk, 'ADMINISTRATOR'] },
];

/** The rooms somebody with these roles may enter, in their order. */
export function listRooms(roles: readonly Role[]): readonly Room[] {
  return rooms.filter((room) => room.roles.some((role) => roles.includes(role)));
}
