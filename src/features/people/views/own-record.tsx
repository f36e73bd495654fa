import { z } from "zod";
import type { CustomField } from "../../../domain/people/custom-field.ts";
import { offices } from "../../../platform/http/guard.ts";
import { Audience } from "../../../ui/audience.tsx";
import { DescriptionList } from "../../../ui/description-list.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import { officeName } from "../../administration/office-name.ts";
import { personName } from "../person-name.ts";
import type { Employment } from "../queries/employment.ts";
import type { Reading } from "../queries/own.ts";
import type { PersonPageFacts } from "../queries/person.ts";
import { present } from "./person.tsx";
import { employedItems } from "./record.tsx";
import { recordReaders } from "./record-form.tsx";

/** What HR says about oneself, and who can correct it. */
export function HrSection({
	person,
	employment,
	fields,
	office,
}: {
	person: PersonPageFacts;
	employment: Employment;
	fields: readonly CustomField[];
	office: readonly {
		readonly id: string;
		readonly first_name: string;
		readonly last_name: string;
	}[];
}) {
	const open = present([
		[t("Name"), personName(person)],
		[t("E-mail"), person.email],
		[t("Title"), person.job_title],
		[t("Function"), person.function],
		[t("Discipline"), person.discipline],
		[t("Unit"), person.unit],
		[t("Location"), person.location],
	]);
	const confined = employedItems(employment, fields);
	return (
		<Section
			title={t("What HR says about you")}
			lead={t("Only they can correct it.")}
			layout="beside"
		>
			<Audience of="organisation" />
			<DescriptionList items={open} />
			{confined.length > 0 && (
				<>
					<Audience of={recordReaders()} />
					<DescriptionList items={confined} />
				</>
			)}
			{office.length > 0 && (
				<p>
					{t("Something wrong? Ask")}{" "}
					{office.map((each, place) => (
						<>
							{place > 0 && ", "}
							<a href={`/people/${each.id}`}>{personName(each)}</a>
						</>
					))}
					.
				</p>
			)}
		</Section>
	);
}

/** Who opened one's record, when, and with which office. */
export function ReadingsSection({
	readings,
	timeZone,
}: {
	readings: readonly Reading[];
	timeZone: string;
}) {
	return (
		<Section
			title={t("Who has read or changed my record")}
			lead={t(
				"Each time someone entrusted with an office opens what HR says about you or what you seek, changes it, or makes a link that lets you in.",
			)}
			id="readings"
			layout="beside"
		>
			{readings.length === 0 ? (
				<p>{t("Nobody has.")}</p>
			) : (
				<Table
					caption={t("Who has read or changed my record")}
					captionUnseen
					rows={readings}
					rowKey={({ id }) => id}
					columns={[
						{
							key: "who",
							label: t("Name"),
							cell: (reading) => (
								<>
									{personName({
										first_name: reading.first_name ?? "",
										last_name: reading.last_name ?? "",
									})}
									<small>{officeOf(reading)}</small>
								</>
							),
						},
						{
							key: "what",
							label: t("What"),
							cell: ({ act }) => actWords(act),
						},
						{
							key: "when",
							label: t("When"),
							kind: "date",
							cell: ({ at }) => formatDateTime(at, timeZone),
						},
					]}
				/>
			)}
		</Section>
	);
}

/** What an office holder did, in words. */
export function actWords(act: string): string {
	switch (act) {
		case "make-invitation-link":
			return t("made a link that signs you in");
		case "change-record":
		case "import-changed-person":
			return t("changed what HR says");
		case "grant-office":
			return t("entrusted you with an office");
		case "end-office":
			return t("ended an office of yours");
		case "mark-as-left":
			return t("marked you as left");
		case "take-back-leaving":
			return t("took back that you left");
		case "export-confidential-facts":
			return t("took out a round with what you agreed to for pairing");
		case "export-participants":
			return t("took you out with the list of a program");
		case "answer-correction":
			return t("answered your correction");
		case "answer-erasure":
			return t("answered your request to be erased");
		case "read-enrolment":
			return t("read your part in a program");
		case "read-mail":
			return t("read a mail to you on the page of mails");
		default:
			return t("read");
	}
}

function officeOf({ detail }: Reading): string {
	const read = readingDetail.safeParse(detail);
	return read.success ? officeName(read.data.office) : "";
}

const readingDetail = z.object({ office: z.enum(offices) });
