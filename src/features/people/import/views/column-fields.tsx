import type { ColumnGuess } from "../../../../domain/people/guess-mapping.ts";
import type { MappedColumn } from "../../../../domain/people/mapping.ts";
import { RadioGroup } from "../../../../ui/choices.tsx";
import { TextArea } from "../../../../ui/fields.tsx";
import { useForm } from "../../../../ui/form.tsx";
import { formatPercent, t } from "../../../../ui/text.ts";
import type { ColumnLook } from "../file-look.ts";
import { type ChoiceGroup, targetValue } from "../target-choice.ts";
import { GroupedSelect } from "./grouped-select.tsx";

type Props = {
	at: number;
	column: ColumnLook;
	mapped: MappedColumn | undefined;
	guess: ColumnGuess | undefined;
	rows: number;
	groups: readonly ChoiceGroup[];
};

/** One column of a file: what stands in it, and where it goes. */
export function ColumnFields(props: Props) {
	const { at, column, mapped, guess, rows, groups } = props;
	const isAmbiguous = column.dates === "unknown" || column.dates === "mixed";
	return (
		<>
			<GroupedSelect
				name={`target-${at}`}
				label={column.header}
				hint={[sampleLine(column, rows), guess && guessLine(guess)]
					.filter(Boolean)
					.join(" ")}
				value={mapped === undefined ? "" : targetValue(mapped.target)}
				unchosen={t("Nothing: leave this column out")}
				groups={groups}
				required
			/>
			<Steps {...props} />
			{isAmbiguous && (
				<RadioGroup
					name={`dates-${at}`}
					label={t("In “{header}”, 3/1/2024 is", { header: column.header })}
					value={mapped?.dates ?? ""}
					layout="row"
					choices={[
						{ value: "day-first", label: t("3 January") },
						{ value: "month-first", label: t("1 March") },
					]}
				/>
			)}
		</>
	);
}

/** Asked for once a column is to become ordered steps: the order cannot be guessed. */
function Steps({ at, column, mapped }: Props) {
	const { values } = useForm().state;
	const stored =
		mapped?.target.to === "new-custom" ? mapped.target.field : undefined;
	const chosen =
		values[`target-${at}`] ?? (mapped && targetValue(mapped.target)) ?? "";
	if (!String(chosen).endsWith(":scale")) return null;
	const steps =
		stored !== undefined && stored.scale.length > 0
			? stored.scale
			: column.values;
	return (
		<TextArea
			name={`scale-${at}`}
			label={t("Steps of “{header}”, lowest first, one a line", {
				header: column.header,
			})}
			value={steps.join("\n")}
			rows={Math.min(12, steps.length + 1)}
			required
		/>
	);
}

function sampleLine({ samples, filled }: ColumnLook, rows: number): string {
	if (samples.length === 0) return t("Empty in every row.");
	const shown = samples.join(" · ");
	return filled >= rows
		? t("{samples}.", { samples: shown })
		: t("{samples}, filled in {share} of the rows.", {
				samples: shown,
				share: formatPercent(filled / Math.max(1, rows)),
			});
}

function guessLine({ by, confidence }: ColumnGuess): string {
	const sure = formatPercent(confidence);
	switch (by) {
		case "saved":
			return t("As kept from an earlier file.");
		case "name":
			return t("Recognised by its name.");
		case "part-of-name":
			return t("Guessed from a part of its name, {sure} sure.", { sure });
		case "values":
			return t("Guessed from what stands in it, {sure} sure.", { sure });
		case "nothing":
			return t("Not recognised.");
	}
}
