import { formatsOf, shapeOf } from "../../../domain/sessions/formats.ts";
import { mostEvery, type Rhythm } from "../../../domain/sessions/rhythm.ts";
import { RadioGroup } from "../../../ui/choices.tsx";
import { NumberField } from "../../../ui/fields.tsx";
import { FieldRow, Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { t } from "../../../ui/text.ts";
import type { Company } from "../../relationships/company-queries.ts";
import type { Habit } from "../queries/company.ts";
import { companyName } from "../../relationships/company-name.ts";
import { rhythmName, sessionFormatHint, sessionFormatName } from "../words.ts";

export function CadencePage({
	frame,
	company,
	habit,
	state,
}: {
	frame: Frame;
	company: Company;
	habit: Habit;
	state?: FormState | undefined;
}) {
	const chosen = choiceOf(habit.rhythm);
	const formats = formatsOf(company.kind).filter(
		(format) => shapeOf(format).takes === "calendar",
	);
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("How do you want to meet?")}
			parent={{
				label: companyName(company),
				href: `/relationships/${company.id}/sessions`,
			}}
			lead={
				habit.isChosen
					? t("Holds for dates to come; what is booked stays.")
					: t("{program} recommends: {rhythm}, {minutes} minutes.", {
							program: company.programName,
							rhythm: rhythmName(habit.rhythm),
							minutes: habit.minutes,
						})
			}
		>
			<Form
				action={`/relationships/${company.id}/cadence`}
				submit={t("Find a date")}
				state={state}
			>
				<input type="hidden" name="revision" value={habit.revision} />
				<RadioGroup
					name="rhythm"
					label={t("How often")}
					value={chosen}
					required
					choices={[
						{
							value: "2 week",
							label: rhythmName({ unit: "week", every: 2 }),
						},
						{
							value: "1 month",
							label: rhythmName({ unit: "month", every: 1, by: "weekday" }),
							hint: t("On the same weekday, as the first Tuesday."),
						},
						{
							value: "3 month",
							label: rhythmName({ unit: "month", every: 3, by: "weekday" }),
						},
						{ value: "other", label: t("every so many weeks") },
						{
							value: "own",
							label: t("as it suits"),
							hint: t("You choose each date when it comes."),
						},
					]}
				/>
				<FieldRow>
					<NumberField
						name="weeks"
						label={t("Every so many weeks")}
						value={
							habit.rhythm.unit === "week" ? habit.rhythm.every : undefined
						}
						least={1}
						most={mostEvery}
						unit={t("weeks")}
					/>
					<NumberField
						name="minutes"
						label={t("How long it takes")}
						value={habit.minutes}
						least={5}
						most={600}
						unit={t("minutes")}
						required
					/>
				</FieldRow>
				<RadioGroup
					name="format"
					label={t("What it is")}
					value={habit.format}
					required
					choices={formats.map((format) => ({
						value: format,
						label: sessionFormatName(format),
						hint: sessionFormatHint(format),
					}))}
				/>
			</Form>
		</Page>
	);
}

function choiceOf(rhythm: Rhythm): string {
	if (rhythm.unit === "own") return "own";
	if (rhythm.unit === "week") return rhythm.every === 2 ? "2 week" : "other";
	return rhythm.every === 3 ? "3 month" : "1 month";
}
