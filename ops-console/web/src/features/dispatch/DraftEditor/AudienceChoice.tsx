import { useId, useMemo } from 'react';
import { useDistricts } from '../../../api/queries';
import type { Audience } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Choice, Choices } from '../../../ui/Field/Field';
import { DistrictMap } from '../../map/DistrictMap';
import type { DistrictMarks } from '../../map/DistrictMap/marks';
import styles from './DraftEditor.module.css';

interface Props {
  audience: Audience;
  editable: boolean;
  onChange: (audience: Audience) => void;
}

const noMarks: DistrictMarks = new Map();

/** To whom: everyone, or the people of districts picked in the list or on the map. */
export function AudienceChoice({ audience, editable, onChange }: Props) {
  const texts = useTexts();
  const name = useId();
  const districts = useDistricts().data;
  const areas = audience.type === 'in-areas' ? audience.areas : [];
  const chosen = useMemo(() => new Set<string>(areas), [areas]);
  const known = districts?.features.map((feature) => feature.properties) ?? [];
  const strange = areas.filter((code) => !known.some((district) => district.code === code));

  const toggle = (code: string) => {
    const next = chosen.has(code) ? areas.filter((each) => each !== code) : [...areas, code];
    onChange({ type: 'in-areas', areas: next });
  };

  if (!editable)
    return (
      <AudienceText
        audience={audience}
        names={known.filter(({ code }) => chosen.has(code)).map(({ name: of }) => of)}
      />
    );

  return (
    <Choices legend={texts.dispatch.audience}>
      <div className={styles.media}>
        <Choice
          kind="radio"
          name={name}
          checked={audience.type === 'everyone'}
          onChange={() => onChange({ type: 'everyone' })}
        >
          {texts.dispatch.everyone}
        </Choice>
        <Choice
          kind="radio"
          name={name}
          disabled={known.length === 0}
          checked={audience.type === 'in-areas'}
          onChange={() => onChange({ type: 'in-areas', areas: [] })}
        >
          {texts.dispatch.inAreas}
        </Choice>
      </div>
      {audience.type === 'in-areas' && districts && (
        <div className={styles.areas}>
          <div className={styles.map}>
            <DistrictMap districts={districts} marks={noMarks} chosen={chosen} onPress={toggle} />
          </div>
          <div className={styles.areaList}>
            {known.map((district) => (
              <Choice
                key={district.code}
                kind="checkbox"
                checked={chosen.has(district.code)}
                onChange={() => toggle(district.code)}
              >
                {district.name}
              </Choice>
            ))}
            {strange.map((code) => (
              <Choice key={code} kind="checkbox" checked onChange={() => toggle(code)}>
                {texts.common.wholeMunicipality}
              </Choice>
            ))}
          </div>
          {areas.length === 0 && <p className={styles.missing}>{texts.dispatch.chooseArea}</p>}
        </div>
      )}
    </Choices>
  );
}

function AudienceText({ audience, names }: { audience: Audience; names: readonly string[] }) {
  const texts = useTexts();
  return (
    <div>
      <p className={styles.label}>{texts.dispatch.audience}</p>
      <p>
        {audience.type === 'everyone'
          ? texts.dispatch.everyone
          : names.length > 0
            ? texts.common.list(names)
            : texts.common.wholeMunicipality}
      </p>
    </div>
  );
}
