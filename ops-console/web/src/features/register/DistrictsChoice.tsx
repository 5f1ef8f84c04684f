import { useTexts } from '../../i18n/language';
import { Choice, Choices } from '../../ui/Field/Field';
import { useRegister } from './queries';
import styles from './register.module.css';

interface Props {
  legend: string;
  chosen: readonly string[];
  onChange: (districts: string[]) => void;
}

/** Districts to choose; none chosen means all. */
export function DistrictsChoice({ legend, chosen, onChange }: Props) {
  const texts = useTexts().register;
  const districts = useRegister().data?.districts ?? [];
  return (
    <Choices legend={legend} hint={chosen.length === 0 ? texts.disclosure.allDistricts : undefined}>
      <div className={styles.marks}>
        {districts.map(({ district }) => (
          <Choice
            key={district.code}
            kind="checkbox"
            checked={chosen.includes(district.code)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, district.code] : chosen.filter((code) => code !== district.code),
              )
            }
          >
            {district.name}
          </Choice>
        ))}
      </div>
    </Choices>
  );
}
