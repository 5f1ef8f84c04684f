import { layers, namedFlavor } from '@protomaps/basemaps';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { BaseMap } from './baseMap';

/** The name of the source under everything else. */
export const baseSource = 'base';

const gsi = { GSI_PALE: 'pale', GSI_STANDARD: 'std' };

/** Where a base map comes from: the house's own archive, or 国土地理院. */
export function baseSourceOf(base: Exclude<BaseMap, 'NONE'>): SourceSpecification {
  if (base === 'CITY') return { type: 'vector', url: `pmtiles://${location.origin}/map/city.pmtiles` };
  return {
    type: 'raster',
    tiles: [`https://cyberjapandata.gsi.go.jp/xyz/${gsi[base]}/{z}/{x}/{y}.png`],
    tileSize: 256,
    minzoom: 5,
    maxzoom: 18,
  };
}

/** How a base map is drawn: quiet, and dark at night, so that what lies on it is read. */
export function baseLayersOf(base: Exclude<BaseMap, 'NONE'>, dark: boolean): LayerSpecification[] {
  if (base === 'CITY') return cityLayers(dark);
  const night = { 'raster-brightness-max': 0.5, 'raster-saturation': -0.6 };
  return [{ id: baseSource, type: 'raster', source: baseSource, paint: dark ? night : {} }];
}

/** Names and lines only: signs would be pictures of somebody else's. */
function cityLayers(dark: boolean): LayerSpecification[] {
  return (layers(baseSource, namedFlavor(dark ? 'dark' : 'light'), { lang: 'ja' }) as LayerSpecification[])
    .filter((layer) => layer.type !== 'background' && !(layer.type === 'symbol' && layer.layout?.['icon-image']))
    .map((layer) => ({ ...layer, id: `${baseSource}-${layer.id}` }));
}
