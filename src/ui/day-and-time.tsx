import { DateField, TimeField } from "./fields.tsx";
import { FieldRow } from "./form.tsx";
import { t } from "./text.ts";

/** A day (`day`, YYYY-MM-DD) and a time of it (`time`, HH:MM), by the clock of a zone. `earliest`: YYYY-MM-DD. */
export function DayAndTime({
	zone,
	earliest,
	day,
	time,
}: {
	/** IANA name. */
	zone: string;
	earliest: string;
	/** What stands there already. */
	day?: string;
	time?: string;
}) {
	return (
		<FieldRow>
			<DateField
				name="day"
				label={t("Day")}
				value={day}
				earliest={earliest}
				required
			/>
			<TimeField
				name="time"
				value={time}
				label={t("Time")}
				hint={t("As your clock shows it: {zone}", {
					zone: zone.replaceAll("_", " "),
				})}
				required
			/>
		</FieldRow>
	);
}
