import { RadioGroup, Select } from "../../../../ui/choices.tsx";
import { t } from "../../../../ui/text.ts";
import type { SideForAll } from "../forms.ts";
import type { ProgramChoice } from "../queries/programs.ts";

/** Into which program, and on which side, the people of a file are enrolled. */
export function EnrolmentFields({
	programs,
	program,
	side,
}: {
	programs: readonly ProgramChoice[];
	program: string | null;
	side: SideForAll;
}) {
	if (programs.length === 0) return null;
	return (
		<>
			<Select
				name="program"
				label={t("Enrol into a program")}
				hint={t(
					"It is written down that you enrolled them, and each of them can decline.",
				)}
				value={program ?? ""}
				unchosen={t("Nobody is enrolled")}
				choices={programs.map(({ id, name }) => ({ value: id, label: name }))}
			/>
			<RadioGroup
				name="side"
				label={t("As what")}
				hint={t("Only where a program is chosen.")}
				value={side}
				required
				choices={[
					{ value: "column", label: t("As a column of the file says") },
					{ value: "mentee", label: t("Everyone in this file as mentee") },
					{ value: "mentor", label: t("Everyone in this file as mentor") },
					{ value: "both", label: t("Everyone in this file as both") },
				]}
			/>
		</>
	);
}
