import '@digital-go-jp/design-tokens/dist/tokens.css';
import '../theme/theme.css';
import '../theme/base.css';
import './tablet.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AppBuild } from './appBuild';
import { Station } from './station';
import { TabletApp } from './TabletApp';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place for the tablet');
const build = new AppBuild();
createRoot(root).render(
  <StrictMode>
    <TabletApp station={new Station(build)} />
  </StrictMode>,
);
build.keep();
