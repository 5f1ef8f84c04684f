import { describe, expect, it } from 'vitest';
import { ja } from '../../i18n/ja';
import { dispatchOf } from '../../testing/samples';
import { countPeople, recipientsText, sendLabel } from './people';

describe('the button that sends', () => {
  it('names the number of people over all media', () => {
    expect(sendLabel(ja, dispatchOf({ mode: 'LIVE' }))).toBe('12,480人に送る');
  });

  it('has another verb in a drill', () => {
    expect(sendLabel(ja, dispatchOf({ mode: 'DRILL' }))).toBe('訓練として 12,480人に送る');
  });

  it('counts only the media that were chosen', () => {
    expect(countPeople(dispatchOf().recipients, ['LINE'])).toBe(8412);
  });

  it('claims no number where nobody can know one', () => {
    const dispatch = dispatchOf({ mode: 'LIVE', media: ['WEB'], recipients: [{ medium: 'WEB', everyone: true }] });
    expect(sendLabel(ja, dispatch)).toBe('全員に送る');
  });
});

describe('the recipients of a medium', () => {
  it('are everyone on it when it is broadcast and the number is not known', () => {
    expect(recipientsText(ja, { medium: 'LINE', everyone: true })).toBe('媒体の全員');
  });
});
