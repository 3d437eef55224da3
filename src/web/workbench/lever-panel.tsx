// The levers as a form: a slider and a number each, which a browser sends as an address and an island answers at once.
import { isOfChannel, type LeverControl, type Settings } from './levers.ts';

export type LeverPanelProps = {
  readonly controls: readonly LeverControl[];
  readonly settings: Settings;
  /** Hears of each move; null where a sent form is the way. */
  readonly onMove: ((name: string, value: number) => void) | null;
};

export function LeverPanel({ controls, settings, onMove }: LeverPanelProps) {
  const groups = [
    { title: 'Levers that move everything', own: controls.filter((control) => !isOfChannel(control)) },
    { title: 'Started each year, over and above what happens anyway', own: controls.filter(isOfChannel) },
  ];
  return (
    <div className="lever-groups">
      {groups.map(({ title, own }) => (
        <fieldset key={title} className="nhsuk-fieldset">
          <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{title}</legend>
          <div className="levers">
            {own.map((control) => (
              <Lever key={control.name} control={control} value={settings[control.name] ?? 0} onMove={onMove} />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

type LeverProps = {
  readonly control: LeverControl;
  readonly value: number;
  readonly onMove: LeverPanelProps['onMove'];
};

function Lever({ control, value, onMove }: LeverProps) {
  const { name, label, hint, min, max, step, unit } = control;
  const id = name.replaceAll(/\W/g, '-');
  const bounds = { min, max, step };
  const change = ({ target }: { readonly target: object }): void => {
    const typed = 'value' in target ? Number(target.value) : Number.NaN;
    if (Number.isFinite(typed)) onMove?.(name, Math.min(max, Math.max(min, typed)));
  };
  const told = onMove === null ? { defaultValue: value } : { value, onChange: change };
  return (
    <div className="lever">
      <label htmlFor={id}>{label}</label>
      <span className="source" id={`${id}-hint`}>
        {hint}
      </span>
      <div className="cluster">
        {onMove === null ? null : (
          <input type="range" aria-label={`${label}, slider`} aria-describedby={`${id}-hint`} {...bounds} {...told} />
        )}
        <input
          id={id}
          name={name}
          type="number"
          className="nhsuk-input nhsuk-input--width-4"
          aria-describedby={`${id}-hint`}
          {...bounds}
          {...told}
        />
        <span>{unit}</span>
      </div>
    </div>
  );
}
