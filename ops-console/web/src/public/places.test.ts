import { describe, expect, it } from 'vitest';
import { boundsOfPlaces, placesOn } from './places';

const page = document.createElement('ul');
page.innerHTML =
  '<li class="place open" data-at="35.02,138.95" data-kind="SHELTER"><strong>見本小学校</strong><span class="who">開設中</span></li>' +
  '<li class="place" data-at="35.04,138.93" data-kind="NOBODY_KNOWS"><strong>見本公園</strong><span class="who">閉鎖中</span></li>';

describe('the places of the residents’ map', () => {
  it('are those of the list, in its words', () => {
    const [school, park] = placesOn(page).features;
    expect(school?.geometry).toEqual({ type: 'Point', coordinates: [138.95, 35.02] });
    expect(school?.properties).toMatchObject({ label: '見本小学校 開設中', icon: 'site-SHELTER-open' });
    expect(park?.properties).toMatchObject({ icon: 'site-UNSTATED-shut' });
  });

  it('all lie within their bounds', () => {
    const [west, south, east, north] = boundsOfPlaces(placesOn(page)) ?? [0, 0, 0, 0];
    expect(west).toBeLessThan(138.93);
    expect(east).toBeGreaterThan(138.95);
    expect(south).toBeLessThan(35.02);
    expect(north).toBeGreaterThan(35.04);
    expect(boundsOfPlaces(placesOn(document.createElement('ul')))).toBeNull();
  });
});
