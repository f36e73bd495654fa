import { DayAndTime } from "../../../ui/day-and-time.tsx";
import {
	fewestSeats,
	longestTopic,
	mostSeats,
	roundtableMinutes,
} from "../../../domain/sessions/roundtable.ts";
import { NumberField, TextField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import { longestPlace } from "../forms.ts";

/** A topic, a time and a few seats. */
export function NewRoundtablePage({
	frame,
	program,
	zone,
	today,
	state,
}: {
	frame: Frame;
	program: { readonly id: string; readonly name: string };
	zone: string;
	today: string;
	state: FormState | undefined;
}) {
	const base = `/programs/${program.id}/roundtables`;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("What is your roundtable about?")}
			parent={{ label: t("Roundtables"), href: base }}
			lead={t(
				"You host it once. Everyone with a place in {program} finds it on “Today” and takes a seat, in the order of asking. What is said there is written down nowhere in Baton.",
				{ program: program.name },
			)}
		>
			<Form action={base} submit={t("Offer it")} state={state}>
				<TextField
					name="topic"
					label={t("What it is about, in a sentence")}
					hint={t("It stands in calendars, too: nothing in confidence.")}
					audience="program"
					maxLength={longestTopic}
					required
				/>
				<DayAndTime zone={zone} earliest={today} />
				<FieldRow>
					<NumberField
						name="minutes"
						label={t("How long it takes")}
						value={roundtableMinutes.usual}
						least={roundtableMinutes.least}
						most={roundtableMinutes.most}
						unit={t("minutes")}
						required
					/>
					<NumberField
						name="seats"
						label={t("Seats beside yours")}
						value={6}
						least={fewestSeats}
						most={mostSeats}
						required
					/>
				</FieldRow>
				<TextField
					name="place"
					label={t("A room, or a link to a call")}
					audience="program"
					maxLength={longestPlace}
				/>
			</Form>
		</Page>
	);
}
