import {
	cadences,
	type Charter,
	programFormats,
	pulseWeeksRange,
} from "../../../domain/programs/charter.ts";
import { CheckboxGroup, Select } from "../../../ui/choices.tsx";
import { NumberField, TextArea, TextField } from "../../../ui/fields.tsx";
import { FieldRow } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { cadenceName, charterLabel, formatName } from "../charter-text.ts";

/** The fields of a charter, in the order a reader meets them. */
export function CharterFields({
	name,
	charter,
}: {
	name: string;
	charter: Charter;
}) {
	const oneALine = t("One a line.");
	return (
		<>
			<TextField
				name="name"
				label={t("Name of the program")}
				value={name}
				maxLength={120}
				required
			/>
			<TextArea
				name="purpose"
				label={charterLabel("purpose")}
				hint={t("The first thing everyone in it reads.")}
				value={charter.purpose}
				rows={5}
				required
			/>
			<TextArea
				name="enterpriseGoals"
				label={charterLabel("enterpriseGoals")}
				hint={oneALine}
				value={charter.enterpriseGoals.join("\n")}
				required
			/>
			<TextArea
				name="businessChallenges"
				label={charterLabel("businessChallenges")}
				hint={oneALine}
				value={charter.businessChallenges.join("\n")}
				required
			/>
			<CheckboxGroup
				name="formats"
				label={charterLabel("formats")}
				layout="columns"
				choices={programFormats.map((format) => ({
					value: format,
					label: formatName(format),
				}))}
				value={charter.formats}
				required
			/>
			<Select
				name="cadence"
				label={charterLabel("cadence")}
				choices={cadences.map((cadence) => ({
					value: cadence,
					label: cadenceName(cadence),
				}))}
				value={charter.cadence}
				required
			/>
			<FieldRow>
				<NumberField
					name="sessionMinutes"
					label={charterLabel("sessionMinutes")}
					value={charter.sessionMinutes}
					least={10}
					most={480}
					unit={t("minutes")}
					required
				/>
				<NumberField
					name="lengthMonths"
					label={charterLabel("lengthMonths")}
					value={charter.lengthMonths}
					least={1}
					most={60}
					unit={t("months")}
					required
				/>
			</FieldRow>
			<TextArea
				name="schedulingNorms"
				label={charterLabel("schedulingNorms")}
				hint={oneALine}
				value={charter.schedulingNorms.join("\n")}
				required
			/>
			<TextField
				name="evaluationMonths"
				label={charterLabel("evaluationMonths")}
				hint={t(
					"After which months, separated by commas. The last is the closing.",
				)}
				value={charter.evaluationMonths.join(", ")}
				size="medium"
			/>
			<NumberField
				name="pulseWeeks"
				label={charterLabel("pulseWeeks")}
				hint={t(
					"With one press, after a session or at the end of so many weeks. Nobody else reads the answer; you read how many said what.",
				)}
				value={charter.pulseWeeks}
				least={pulseWeeksRange.least}
				most={pulseWeeksRange.most}
				unit={t("weeks")}
				required
			/>
		</>
	);
}
