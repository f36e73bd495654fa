import { EmptyState } from "../../../ui/empty-state.tsx";
import { Actions, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Stack } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Filter } from "../../../ui/table-filters.tsx";
import type { TableState } from "../../../ui/table-state.ts";
import { formatList, formatNumber, t } from "../../../ui/text.ts";
import { personName } from "../person-name.ts";
import type {
	Directory,
	DirectoryKey,
	DirectoryPerson,
} from "../queries/directory.ts";
import type { NamedCompetency } from "../queries/competency-names.ts";

type Props = {
	frame: Frame;
	state: TableState<DirectoryKey>;
	found: Directory;
	choices: {
		readonly functions: readonly string[];
		readonly locations: readonly string[];
	};
	catalogue: readonly NamedCompetency[];
	keepsRecords: boolean;
};

export function DirectoryPage(props: Props) {
	const { frame, state, found } = props;
	return (
		<Page
			frame={frame}
			title={t("Who works here, and who knows what")}
			lead={t(
				"Search by name, title, function, unit or a competency someone offers. Everyone in the organisation sees this list.",
			)}
			action={props.keepsRecords ? <WaysIn /> : undefined}
		>
			<Stack>
				{found.isGuess && (
					<p>
						{t("Nobody is written exactly “{search}”. These come close.", {
							search: state.search,
						})}
					</p>
				)}
				<Table
					caption={t("People")}
					captionUnseen
					state={state}
					total={found.total}
					rows={found.people}
					rowKey={(person) => person.id}
					columns={columns(found)}
					filters={filters(props)}
					empty={<NobodyYet keepsRecords={props.keepsRecords} />}
				/>
			</Stack>
			<Leavers state={state} />
		</Page>
	);
}

function WaysIn() {
	return (
		<Actions>
			<LinkButton href="/people/new" icon="add">
				{t("Add a person")}
			</LinkButton>
			<LinkButton weight="quiet" href="/people/import">
				{t("Import people")}
			</LinkButton>
		</Actions>
	);
}

function NobodyYet({ keepsRecords }: Pick<Props, "keepsRecords">) {
	return (
		<EmptyState
			title={t("Nobody here yet")}
			action={
				keepsRecords ? (
					<LinkButton weight="primary" href="/people/import">
						{t("Import people from a file")}
					</LinkButton>
				) : undefined
			}
		>
			{t(
				"Whoever runs the program imports the people of the organisation from a file.",
			)}
		</EmptyState>
	);
}

function columns(
	found: Directory,
): Column<DirectoryPerson, DirectoryKey | "unit" | "offers">[] {
	return [
		{
			key: "name",
			label: t("Name"),
			isSortable: true,
			cell: nameCell,
		},
		{
			key: "function",
			label: t("Function"),
			isSortable: true,
			cell: (person) => (
				<div>
					{person.function}
					{person.unit && <small>{person.unit}</small>}
				</div>
			),
		},
		{
			key: "location",
			label: t("Location"),
			isSortable: true,
			cell: (person) => person.location,
		},
		...(found.competencies.length === 0
			? []
			: [
					{
						key: "offers" as const,
						label: t("Offers"),
						cell: (person: DirectoryPerson) => offersText(person, found),
					},
				]),
	];
}

function nameCell(person: DirectoryPerson) {
	return (
		<>
			<a href={`/people/${person.id}`}>{personName(person) || t("No name")}</a>
			{person.left_on !== null && <Status kind="quiet">{t("has left")}</Status>}
			{person.job_title && <small>{person.job_title}</small>}
		</>
	);
}

function offersText(person: DirectoryPerson, found: Directory): string {
	const names = new Map(found.competencies.map(({ id, name }) => [id, name]));
	return formatList(
		person.offers.map(({ competency, level }) =>
			t("{competency}, level {level}", {
				competency: names.get(competency) ?? "",
				level: formatNumber(level),
			}),
		),
	);
}

function filters({ choices, catalogue }: Props): Filter[] {
	return [
		{ kind: "search", label: t("Name, title, function or competency") },
		{
			kind: "choice",
			name: "function",
			label: t("Function"),
			all: t("All functions"),
			choices: choices.functions.map(asChoice),
		},
		{
			kind: "choice",
			name: "location",
			label: t("Location"),
			all: t("All locations"),
			choices: choices.locations.map(asChoice),
		},
		{
			kind: "choice",
			name: "competency",
			label: t("Offers"),
			all: t("Any competency"),
			choices: catalogue.map(({ id, name }) => ({ value: id, label: name })),
		},
	];
}

function asChoice(text: string) {
	return { value: text, label: text };
}

function Leavers({ state }: { state: TableState }) {
	const areShown = state.filters["leavers"] === "shown";
	return (
		<p class="hint">
			<a href={areShown ? "/people" : "/people?leavers=shown"}>
				{areShown
					? t("Leave out those who have left")
					: t("Show those who have left as well")}
			</a>
		</p>
	);
}
