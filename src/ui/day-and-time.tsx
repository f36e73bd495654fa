import { DateField, TimeField } from "./fields.tsx";
import { FieldRow } from "./form.tsx";
import { t } from "./text.ts";

/** A day (`day`) and a time of it (`time`), by the clock of a zone. `earliest`: YYYY-MM-DD. */
export function DayAndTime({
	zone,
	earliest,
}: {
	/** IANA name. */
	zone: string;
	earliest: string;
}) {
	return (
		<FieldRow>
			<DateField name="day" label={t("Day")} earliest={earliest} required />
			<TimeField
				name="time"
				label={t("Time")}
				hint={t("As your clock shows it: {zone}", {
					zone: zone.replaceAll("_", " "),
				})}
				required
			/>
		</FieldRow>
	);
}
