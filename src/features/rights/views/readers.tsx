import type {
	Purpose,
	Retention,
} from "../../../platform/database/register/entry.ts";
import {
	nobody,
	type TableReaders,
} from "../../../platform/database/register/readers.ts";
import {
	personal,
	type RegisterRow,
} from "../../../platform/database/register/register.ts";
import { purposeWords } from "../../../platform/database/register/words.ts";
import { offices } from "../../../platform/http/guard.ts";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatList, t } from "../../../ui/text.ts";
import { officeName } from "../../administration/office-name.ts";

type Props = {
	frame: Frame;
	readers: ReadonlyMap<string, TableReaders>;
	days: ReadonlyMap<Retention, number>;
};

/** Written by the register and the policies of the database: what stands here is what holds. */
export function ReadersPage({ frame, readers, days }: Props) {
	const byPurpose = Map.groupBy(personal, ({ purpose }) => purpose);
	return (
		<Page
			frame={frame}
			title={t("What your organisation can see")}
			lead={t(
				"This page is made from the rules that the database itself follows, not written beside them. Whoever holds an office sees the people of their programs only where the office is for a program.",
			)}
			parent={{ label: t("Your data"), href: "/me/data" }}
		>
			{inOrder
				.flatMap((purpose) => {
					const rows = byPurpose.get(purpose) ?? [];
					return rows.length === 0 ? [] : [{ purpose, rows }];
				})
				.map(({ purpose, rows }) => (
					<Kind
						key={purpose}
						purpose={purpose}
						rows={rows}
						readers={readers}
						days={days}
					/>
				))}
		</Page>
	);
}

/** What people ask about first comes first. */
const inOrder: readonly Purpose[] = [
	"directory",
	"self-description",
	"pairing",
	"program",
	"relationship",
	"sealing",
	"concern",
	"mail",
	"accountability",
	"rights",
	"access",
	"import",
	"running",
	"house",
];

function Kind({
	purpose,
	rows,
	readers,
	days,
}: Omit<Props, "frame"> & {
	purpose: Purpose;
	rows: readonly RegisterRow[];
}) {
	return (
		<Section title={purposeWords(purpose)}>
			<Table
				caption={purposeWords(purpose)}
				captionUnseen
				rows={rows}
				rowKey={({ table }) => table}
				columns={[
					{
						key: "what",
						label: t("What"),
						cell: (row) => row.title?.() ?? row.table,
					},
					{
						key: "who",
						label: t("Who may read it"),
						cell: (row) => readersSentence(row, readers.get(row.table)),
					},
					{
						key: "kept",
						label: t("Kept"),
						cell: ({ retention }) =>
							keptSentence(retention, days.get(retention)),
					},
				]}
			/>
		</Section>
	);
}

/** Sealed things may be fetched by the members, and read only by whoever has the key. */
export function readersSentence(
	row: RegisterRow,
	found: TableReaders | undefined,
): string {
	const readers = found ?? nobody();
	if (Object.values(row.columns).includes("sealed")) {
		if (readers.custodians) return custodiansSentence(readers);
		if (readers.members && readers.self)
			return t(
				"You, or the members of the relationship it belongs to, with their keys; here it is encrypted",
			);
		return readers.members
			? t("The members alone, with their keys; here it is encrypted")
			: t("You alone, with your keys; here it is encrypted");
	}
	if (readers.everyone) return t("Everyone in the organisation");
	const held = offices.filter((office) => readers.offices.has(office));
	const people = [
		...(readers.self ? [t("You")] : []),
		...(readers.members ? [t("The members")] : []),
		...(readers.participants
			? [t("Everyone with a place in this program")]
			: []),
		...(readers.delegates ? [t("Who keeps your calendar")] : []),
		...(readers.custodians
			? [t("The three custodians of the recovery key")]
			: []),
		...held.map(officeName),
	];
	if (people.length > 0)
		return people.length === 1 && readers.self
			? t("You alone")
			: formatList(people);
	return t("No person; Baton itself, for this purpose");
}

function custodiansSentence({ self, members }: TableReaders): string {
	if (self && members)
		return t(
			"You, or the members of the relationship it belongs to, with their keys; where its members agreed to the recovery key, also two custodians together, 72 hours after they were told; here it is encrypted",
		);
	return members
		? t(
				"The members and the three custodians of the recovery key; what is sealed in it only with their keys",
			)
		: t(
				"Two custodians of the recovery key together, 72 hours after the members were told; here it is encrypted",
			);
}

function keptSentence(retention: Retention, days: number | undefined): string {
	if (retention === "person" && days !== undefined)
		return t(
			"{days, plural, one {until one day} other {until # days}} after you have left",
			{ days },
		);
	return days === undefined
		? t("as long as what it belongs to")
		: t("{days, plural, one {one day} other {# days}}", { days });
}
