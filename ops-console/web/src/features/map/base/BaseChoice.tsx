import { useTexts } from '../../../i18n/language';
import { Field } from '../../../ui/Field/Field';
import type { BaseMap, useBaseMap } from './baseMap';

/** Which map lies under it all. */
export function BaseChoice({ base }: { base: ReturnType<typeof useBaseMap> }) {
  const { base: texts } = useTexts().mapRoom;
  if (base.choices.length < 2) return null;
  return (
    <Field label={texts.title}>
      {(wiring) => (
        <select {...wiring} value={base.chosen} onChange={(event) => base.choose(event.target.value as BaseMap)}>
          {base.choices.map((each) => (
            <option key={each} value={each}>
              {texts.names[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
