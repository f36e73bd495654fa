import { Field, type FieldProps, useTyped } from "../../../../ui/field.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import type { ChoiceGroup } from "../target-choice.ts";

/** A long list of answers under headings. */
export function GroupedSelect(
	props: FieldProps & {
		value: string;
		unchosen: string;
		groups: readonly ChoiceGroup[];
	},
) {
	const value = useTyped(props.name, props.value);
	return (
		<Field
			props={props}
			control={(wiring) => (
				<span class="select">
					<select {...wiring} class="input">
						<option value="" selected={value === ""}>
							{props.unchosen}
						</option>
						{props.groups.map(({ label, choices }) => (
							<optgroup key={label} label={label}>
								{choices.map((choice) => (
									<option
										key={choice.value}
										value={choice.value}
										selected={choice.value === value}
									>
										{choice.label}
									</option>
								))}
							</optgroup>
						))}
					</select>
					<Icon name="down" />
				</span>
			)}
		/>
	);
}
