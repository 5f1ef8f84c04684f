import * as maplibregl from 'maplibre-gl';
import type { Act, Drawing } from './drawing';
import { middlesOf, type Outline } from './outline';
import type { Position } from './position';
import styles from './Handles.module.css';

/** What handles are called. */
export interface HandleWords {
  corner: (number: number, of: number) => string;
  middle: (number: number) => string;
}

/** How far a key moves a corner, in pixels of the screen. */
const step = { usual: 10, fine: 1 };

const directions: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The corners of an outline that is done, and the middles of its edges, as buttons on the map: corners are dragged,
 * moved with the arrow keys, or taken up by pressing and put by pressing the map; Delete takes one out; a middle
 * becomes a corner.
 */
export class Handles {
  private corners: maplibregl.Marker[] = [];
  private middles: maplibregl.Marker[] = [];
  private dragged: number | null = null;
  /** A corner that is not there yet, and is to have the focus. */
  private wanted: number | null = null;

  constructor(
    private readonly map: maplibregl.Map,
    private readonly words: HandleWords,
    private readonly onAct: (act: Act) => void,
  ) {
    // A browser scrolls whatever holds a focused thing, and the map would lie askew.
    const box = map.getContainer();
    box.addEventListener('scroll', () => box.scrollTo(0, 0));
  }

  /** Shows the handles of this drawing; only an outline that is done has any. */
  show(drawing: Drawing | null) {
    const outline = drawing && 'points' in drawing && drawing.done ? drawing : null;
    const focused = this.focused();
    this.fit(outline);
    if (outline) this.place(outline);
    if (focused !== null) this.refocus(focused);
  }

  /** As many handles as there are places; those that stay are kept, so that a drag goes on. */
  private fit(outline: Outline | null) {
    const corners = outline?.points.length ?? 0;
    const middles = outline ? middlesOf(outline).length : 0;
    for (const marker of this.corners.splice(corners)) marker.remove();
    for (const marker of this.middles.splice(middles)) marker.remove();
    while (this.corners.length < corners) this.corners.push(this.corner(this.corners.length));
    while (this.middles.length < middles) this.middles.push(this.middle(this.middles.length));
  }

  private place(outline: Outline) {
    for (const [number, marker] of this.corners.entries()) {
      const [east, north] = outline.points[number] as Position;
      if (number !== this.dragged) marker.setLngLat([east, north]);
      const handle = marker.getElement();
      handle.setAttribute('aria-label', this.words.corner(number + 1, outline.points.length));
      handle.setAttribute('aria-pressed', String(outline.held === number));
      if (!handle.isConnected) marker.addTo(this.map);
    }
    for (const [number, { at }] of middlesOf(outline).entries()) {
      const marker = this.middles[number];
      marker?.setLngLat([at[0], at[1]]);
      if (marker && !marker.getElement().isConnected) marker.addTo(this.map);
    }
  }

  private corner(number: number): maplibregl.Marker {
    const handle = button(styles['corner']);
    const marker = new maplibregl.Marker({ element: handle, draggable: true });
    marker.on('dragstart', () => {
      this.dragged = number;
      this.move(marker, number, false);
    });
    marker.on('drag', () => this.move(marker, number, true));
    marker.on('dragend', () => {
      this.dragged = null;
      this.move(marker, number, true);
    });
    handle.addEventListener('click', () => this.onAct({ type: 'hold', corner: number }));
    handle.addEventListener('keydown', (event) => this.onKey(event, marker, number));
    handle.addEventListener('focus', () => this.bringIntoSight(marker));
    return marker;
  }

  private middle(number: number): maplibregl.Marker {
    const handle = button(styles['middle']);
    handle.setAttribute('aria-label', this.words.middle(number + 1));
    handle.addEventListener('click', () => {
      this.wanted = number + 1;
      this.onAct({ type: 'insert', after: number });
    });
    handle.addEventListener('keydown', (event) => event.stopPropagation());
    const marker = new maplibregl.Marker({ element: handle });
    handle.addEventListener('focus', () => this.bringIntoSight(marker));
    return marker;
  }

  private bringIntoSight(marker: maplibregl.Marker) {
    const at = marker.getLngLat();
    if (!this.map.getBounds().contains(at)) this.map.jumpTo({ center: at });
  }

  private move(marker: maplibregl.Marker, corner: number, going: boolean) {
    const { lng, lat } = marker.getLngLat();
    this.onAct({ type: 'move', corner, at: [lng, lat], going });
  }

  private onKey(event: KeyboardEvent, marker: maplibregl.Marker, corner: number) {
    // The map moves by the same keys.
    event.stopPropagation();
    const direction = directions[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') this.onAct({ type: 'remove', corner });
    else if (direction) this.push(marker, corner, direction, event);
    else return;
    event.preventDefault();
  }

  private push(
    marker: maplibregl.Marker,
    corner: number,
    [right, down]: readonly [number, number],
    { shiftKey, repeat }: KeyboardEvent,
  ) {
    const pixels = shiftKey ? step.fine : step.usual;
    const at = this.map.project(marker.getLngLat());
    const { lng, lat } = this.map.unproject([at.x + right * pixels, at.y + down * pixels]);
    this.onAct({ type: 'move', corner, at: [lng, lat], going: repeat });
  }

  private focused(): number | null {
    const number = this.corners.findIndex((marker) => marker.getElement() === document.activeElement);
    const middle = this.middles.findIndex((marker) => marker.getElement() === document.activeElement);
    return number >= 0 ? number : middle >= 0 ? this.wanted : null;
  }

  /** Whoever inserts or takes out a corner goes on from there. */
  private refocus(number: number) {
    this.wanted = null;
    const handle = this.corners[Math.min(number, this.corners.length - 1)]?.getElement();
    if (handle !== document.activeElement) handle?.focus();
  }
}

function button(look: string | undefined): HTMLButtonElement {
  const handle = document.createElement('button');
  handle.type = 'button';
  handle.className = look ?? '';
  // The map takes presses on what lies on it for its own.
  for (const kind of ['click', 'dblclick']) handle.addEventListener(kind, (event) => event.stopPropagation());
  return handle;
}
