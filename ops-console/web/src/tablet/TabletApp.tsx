import { useEffect, useSyncExternalStore } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { LanguageProvider, useTexts } from '../i18n/language';
import { ModeBand } from '../shell/ModeBand/ModeBand';
import { usePageTitle } from '../shell/pageTitle';
import parts from './parts/parts.module.css';
import { StationContext, TabletContext, useStation } from './parts/tablet';
import { AwayPage } from './screens/AwayPage';
import { CardPage } from './screens/card/CardPage';
import { EditPage } from './screens/card/EditPage';
import { ConnectionLine } from './screens/ConnectionLine';
import { DoubtsPage } from './screens/doubts/DoubtsPage';
import { EnrolPage } from './screens/EnrolPage';
import { FindPage } from './screens/FindPage';
import { HandoverPage } from './screens/handover/HandoverPage';
import { HelpPage } from './screens/HelpPage';
import { HomePage } from './screens/HomePage';
import { PeoplePage } from './screens/list/PeoplePage';
import { MorePage } from './screens/MorePage';
import { OpeningPage } from './screens/opening/OpeningPage';
import { PaperPage } from './screens/paper/PaperPage';
import { QrPage } from './screens/QrPage';
import { ReceivePage } from './screens/ReceivePage';
import { RecentPage } from './screens/RecentPage';
import { RecountPage } from './screens/RecountPage';
import { RefusedPage } from './screens/RefusedPage';
import { SuppliesPage } from './screens/SuppliesPage';
import { UnlockPage } from './screens/UnlockPage';
import type { OpenTablet, Station } from './station';
import { useIdle } from './useIdle';

/** The shelter tablet: one app for the reception of one shelter, whether or not there is a network. */
export function TabletApp({ station }: { station: Station }) {
  return (
    <LanguageProvider>
      <StationContext value={station}>
        <Router base="/tablet">
          <Door />
        </Router>
      </StationContext>
    </LanguageProvider>
  );
}

function Door() {
  const texts = useTexts().tablet;
  const station = useStation();
  const view = useSyncExternalStore(station.subscribe, () => station.view);
  usePageTitle(texts.title);
  useEffect(() => void station.begin(), [station]);
  switch (view.state) {
    case 'LOADING':
      return <Waiting words={texts.door.loading} />;
    case 'UNFIT':
      return <Waiting words={texts.door.unfit} />;
    case 'EMPTY':
      return <EnrolPage />;
    case 'LOCKED':
      return <UnlockPage />;
    case 'OPEN':
      return <Rooms tablet={view.tablet} />;
  }
}

function Waiting({ words }: { words: string }) {
  return (
    <main className={parts.page}>
      <p role="status">{words}</p>
    </main>
  );
}

/** So long nobody touches a tablet that somebody is at. */
const awayAfterMs = 5 * 60_000;

function Rooms({ tablet }: { tablet: OpenTablet }) {
  useIdle(awayAfterMs, useStation().goAway);
  return (
    <TabletContext value={tablet}>
      <ModeBand mode={tablet.enrolment.mode} />
      <ConnectionLine />
      {tablet.away && <AwayPage />}
      {/* A card that was half written is still there for who comes back. */}
      <div style={{ display: tablet.away ? 'none' : 'contents' }}>
        <Screens />
      </div>
    </TabletContext>
  );
}

function Screens() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/receive" component={ReceivePage} />
      <Route path="/receive/qr" component={QrPage} />
      <Route path="/receive/card">
        <CardPage />
      </Route>
      <Route path="/receive/find" component={FindPage} />
      <Route path="/card/:household">{({ household }) => <EditPage key={household} household={household} />}</Route>
      <Route path="/people">
        <PeoplePage />
      </Route>
      <Route path="/leave">
        <PeoplePage leaving />
      </Route>
      <Route path="/more" component={MorePage} />
      <Route path="/opening" component={OpeningPage} />
      <Route path="/recount" component={RecountPage} />
      <Route path="/supplies" component={SuppliesPage} />
      <Route path="/doubts" component={DoubtsPage} />
      <Route path="/paper" component={PaperPage} />
      <Route path="/recent" component={RecentPage} />
      <Route path="/handover" component={HandoverPage} />
      <Route path="/refused" component={RefusedPage} />
      <Route path="/help" component={HelpPage} />
      <Route>
        <Redirect to="/" />
      </Route>
    </Switch>
  );
}
