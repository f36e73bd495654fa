import { wallTimeOf } from "../../../domain/calendar/wall-time.ts";
import { roundtableMinutes } from "../../../domain/sessions/roundtable.ts";
import { DayAndTime } from "../../../ui/day-and-time.tsx";
import { NumberField, TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import { wallTimeText } from "../../sessions/commands/series.ts";
import { longestPlace } from "../forms.ts";
import type { FoundRoundtable } from "../queries.ts";

/** When and where a table is to be instead. */
export function MoveRoundtablePage({
	frame,
	roundtable,
	zone,
	today,
	state,
}: {
	frame: Frame;
	roundtable: FoundRoundtable;
	zone: string;
	today: string;
	state: FormState | undefined;
}) {
	const { id, program, topic, place, seated } = roundtable;
	const starts = roundtable.startsAt.getTime();
	const base = `/programs/${program}/roundtables/${id}`;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Move it to when?")}
			parent={{ label: topic, href: base }}
			lead={t(
				"Now: {moment}. {count, plural, =0 {Nobody has a seat yet.} one {Whoever has a seat gets a calendar update and is asked whether they keep it.} other {All # with a seat get a calendar update and are asked whether they keep it.}} Whoever waits goes on waiting.",
				{
					moment: formatDateTime(roundtable.startsAt, zone),
					count: seated.length,
				},
			)}
		>
			<Form
				action={`${base}/move`}
				submit={t("Move it")}
				cancel={{ label: t("Leave it as it is"), href: base }}
				state={state}
			>
				<DayAndTime
					zone={zone}
					earliest={today}
					day={wallTimeOf(starts, zone).day}
					time={wallTimeText(starts, zone)}
				/>
				<NumberField
					name="minutes"
					label={t("How long it takes")}
					value={(roundtable.endsAt.getTime() - starts) / 60_000}
					least={roundtableMinutes.least}
					most={roundtableMinutes.most}
					unit={t("minutes")}
					required
				/>
				<TextField
					name="place"
					label={t("A room, or a link to a call")}
					audience="program"
					value={place ?? ""}
					maxLength={longestPlace}
				/>
			</Form>
		</Page>
	);
}
