import { useTexts } from '../../../i18n/language';
import { Screen } from '../Screen';
import { Give } from './Give';
import { Take } from './Take';

/** Records from tablet to tablet where no network joins them; the way to rescue those of a tablet that is locked out. */
export function HandoverPage() {
  const texts = useTexts().tablet.handoverPage;
  return (
    <Screen title={texts.title}>
      <p>{texts.what}</p>
      <p>{texts.secret}</p>
      <Give />
      <Take />
    </Screen>
  );
}
