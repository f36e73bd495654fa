import { DescriptionList } from "../../../../ui/description-list.tsx";
import { Section } from "../../../../ui/section.tsx";
import { formatList, formatNumber, t } from "../../../../ui/text.ts";
import { SENSITIVE_FIELDS } from "../../../../domain/people/fields.ts";
import { fieldName } from "../field-name.ts";
import type { ImportFigures } from "../import-record.ts";
import type { PreviewProps } from "./preview-page.tsx";

/** What else an import brings about, beyond people being new and changed. */
export function Consequences({ figures, program, leaving }: PreviewProps) {
	const items = [
		...(program !== null
			? [
					{
						term: t("Enrolled"),
						text: t(
							"{count, plural, =0 {Nobody new} one {One place} other {{shown} places}} in {program}, by you; each person can decline.",
							{
								count: figures.enrolled,
								shown: formatNumber(figures.enrolled),
								program,
							},
						),
					},
				]
			: []),
		...(leaving > 0
			? [
					{
						term: t("Left"),
						text: t(
							"{count, plural, one {One person} other {{shown} people}} missing from the file will be marked as left and signed out.",
							{ count: leaving, shown: formatNumber(leaving) },
						),
					},
				]
			: []),
		...proposalItems(figures),
		...(figures.newFields.length > 0
			? [
					{
						term: t("New fields"),
						text: formatList(figures.newFields.map(({ label }) => label)),
					},
				]
			: []),
		...(figures.grades !== null
			? [
					{
						term: t("Scale of grades"),
						text: t("Becomes {grades}.", {
							grades: figures.grades.join(" < "),
						}),
					},
				]
			: []),
	];
	if (items.length === 0) return null;
	return (
		<Section title={t("What comes with it")} layout="beside">
			<DescriptionList items={items} />
		</Section>
	);
}

function proposalItems({ proposals, newFields }: ImportFigures) {
	const facts = Object.entries(proposals);
	if (facts.length === 0) return [];
	const names = facts.map(([fact, count]) => {
		const field = SENSITIVE_FIELDS.find((each) => each === fact);
		const custom = newFields.find(({ key }) => key === fact);
		const name =
			field === undefined ? (custom?.label ?? fact) : fieldName(field);
		return t("{name} ({count})", { name, count: formatNumber(count) });
	});
	return [
		{
			term: t("Sensitive columns"),
			text: t(
				"{names}: each value waits as a proposal that only the person concerned can see, and is used for nothing until they confirm it.",
				{ names: formatList(names) },
			),
		},
	];
}
