import type { CustomField } from "../../../domain/people/custom-field.ts";
import { LinkButton } from "../../../ui/button.tsx";
import {
	type Description,
	DescriptionList,
} from "../../../ui/description-list.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import { customText } from "../custom-input.ts";
import { personName } from "../person-name.ts";
import type { Employment } from "../queries/employment.ts";
import type { PersonPageFacts, ShownSkill } from "../queries/person.ts";
import { present } from "./person.tsx";
import { SkillList } from "./skill-list.tsx";

export function RecordPage({
	frame,
	person,
	employment,
	fields,
	seeks,
	seesSeeks,
}: {
	frame: Frame;
	person: PersonPageFacts;
	employment: Employment;
	fields: readonly CustomField[];
	seeks: readonly ShownSkill[];
	seesSeeks: boolean;
}) {
	const isSelf = frame.person?.id === person.id;
	return (
		<Page
			frame={frame}
			title={t("What HR says about {name}", { name: personName(person) })}
			lead={
				isSelf
					? undefined
					: t(
							"That you opened this is written down. {name} sees it under “Who has read or changed my record”.",
							{ name: person.first_name || t("This person") },
						)
			}
			parent={{ label: personName(person), href: `/people/${person.id}` }}
			action={
				<LinkButton href={`/people/${person.id}/record/edit`}>
					{t("Change the record")}
				</LinkButton>
			}
		>
			<Section title={t("Employment")} layout="beside">
				<Employed employment={employment} fields={fields} />
			</Section>
			{seesSeeks && (
				<Section
					title={t("What they seek")}
					lead={t("Read by them and by those who run the program.")}
					layout="beside"
				>
					{seeks.length === 0 ? (
						<p>{t("Nothing said yet.")}</p>
					) : (
						<SkillList skills={seeks} />
					)}
				</Section>
			)}
		</Page>
	);
}

/** What HR says beyond the directory. */
export function Employed({
	employment,
	fields,
}: {
	employment: Employment;
	fields: readonly CustomField[];
}) {
	const items = employedItems(employment, fields);
	return items.length === 0 ? (
		<p>{t("Nothing on record yet.")}</p>
	) : (
		<DescriptionList items={items} />
	);
}

export function employedItems(
	employment: Employment,
	fields: readonly CustomField[],
): Description[] {
	return present([
		[t("Employee number"), employment.employeeNumber],
		[t("Grade"), employment.grade],
		[
			t("Hired on"),
			employment.hireDate === null ? null : formatDate(employment.hireDate),
		],
		...fields.flatMap((field) => {
			const value = employment.custom[field.key];
			return value === undefined || field.isSensitive
				? []
				: [[field.label, customText(field, value)] as const];
		}),
	]);
}
