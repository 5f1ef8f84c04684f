import type { Texts } from '../../../i18n/language';
import type { PlanContent } from '../plan';

export interface Point {
  latitude: number;
  longitude: number;
}

/** A place on the drawing, with the word that stands for it in the list. */
export interface Mark extends Point {
  kind: 'home' | 'destination' | 'meeting';
  label: string;
  name: string;
}

/** The places of a plan whose position is known. */
export function placesOf(content: PlanContent, home: Point | undefined, texts: Texts['plans']['map']): Mark[] {
  const marks: Mark[] = [];
  if (home) marks.push({ ...home, kind: 'home', label: texts.home, name: '' });
  content.destinations.forEach(({ point, name }, index) => {
    if (point) marks.push({ ...point, kind: 'destination', label: texts.destination(index + 1), name: name ?? '' });
  });
  if (content.meetingPoint) {
    marks.push({ ...content.meetingPoint, kind: 'meeting', label: texts.meeting, name: content.meetingPlace ?? '' });
  }
  return marks;
}
