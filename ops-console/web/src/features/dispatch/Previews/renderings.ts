import type { Rendering } from '../../../api/types';

export type LineRendering = Extract<Rendering, { type: 'line' }>;
export type PushRendering = Extract<Rendering, { type: 'push' }>;
export type WebRendering = Extract<Rendering, { type: 'web' }>;
export type RadioRendering = Extract<Rendering, { type: 'radio' }>;
