/** The colours of the paper: by day, at night, and in print. */
export const palettes = {
  light: { ground: '#eef0f3', land: '#ffffff', line: '#6b7480', ink: '#1a1a1a', halo: '#ffffff', key: '#0017c1' },
  dark: { ground: '#13161a', land: '#23282f', line: '#7d858f', ink: '#f0f2f4', halo: '#0f1114', key: '#9db7f9' },
};
export type Palette = (typeof palettes)['light'];

/** How names are written. */
export const textFont = { 'text-size': 13, 'text-max-width': 10 } as const;

/** The paint of names: they are read on any ground. */
export function text(palette: Palette) {
  return { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 };
}
