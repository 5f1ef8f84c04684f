import { PeopleTabs } from './PeopleTabs';
import { Protections } from './Protections';

/** For the reception: somebody asks that nobody be told of them. Who is under protection is shown to the welfare office only. */
export function ProtectionsPage() {
  return (
    <>
      <PeopleTabs here="protections" />
      <Protections />
    </>
  );
}
