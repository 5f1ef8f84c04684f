import { describe, expect, it } from 'vitest';
import { listRooms } from './rooms';

const names = (...roles: Parameters<typeof listRooms>[0]) => listRooms(roles).map((room) => room.name);

describe('the rooms', () => {
  it('are all open to the duty officer', () => {
    expect(names('DUTY_OFFICER')).toEqual([
      'situation',
      'dispatch',
      'evacuation',
      'shelters',
      'response',
      'sites',
      'register',
      'map',
      'chronology',
    ]);
  });

  it('are only those that the hub opens for shelter staff', () => {
    expect(names('SHELTER_STAFF')).toEqual(['situation', 'evacuation', 'shelters', 'sites', 'map']);
  });

  it('add up over several roles', () => {
    expect(names('WELFARE_STAFF', 'ADMINISTRATOR')).toEqual([
      'situation',
      'evacuation',
      'shelters',
      'response',
      'sites',
      'register',
      'map',
      'chronology',
    ]);
  });
});
