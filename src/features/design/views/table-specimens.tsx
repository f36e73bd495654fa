import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { arrangeRows, readTableState } from "../../../ui/table-state.ts";
import { formatDate, formatNumber, t } from "../../../ui/text.ts";
import { type Mentor, mentors } from "./specimens.ts";

type Key = "name" | "hours" | "met" | "since";

const columns: readonly Column<Mentor, Key | "state" | "act">[] = [
	{
		key: "name",
		label: "Name",
		isSortable: true,
		cell: (mentor) => (
			<>
				<a href="#tables">{mentor.name}</a>
				<small>{mentor.title}</small>
			</>
		),
	},
	{
		key: "state",
		label: "State",
		cell: (mentor) => <Status kind={mentor.kind}>{mentor.state}</Status>,
	},
	{
		key: "met",
		label: "Sessions",
		kind: "number",
		isSortable: true,
		cell: (mentor) => formatNumber(mentor.met),
	},
	{
		key: "hours",
		label: "Hours a month",
		kind: "number",
		isSortable: true,
		cell: (mentor) => formatNumber(mentor.hours, 1),
	},
	{
		key: "since",
		label: "Accepted",
		kind: "date",
		isSortable: true,
		cell: (mentor) => formatDate(mentor.since, "UTC", "short"),
	},
	{
		key: "act",
		label: "Actions",
		kind: "action",
		cell: () => (
			<ButtonForm action="/design" weight="secondary">
				Pause
			</ButtonForm>
		),
	},
];

export function TableSpecimens({ path }: { path: string }) {
	const state = readTableState(path, {
		sortable: ["name", "state", "met", "hours", "since", "act"],
		sort: { key: "name", direction: "ascending" },
		filters: ["function"],
		pageSize: 4,
	});
	const found = mentors.filter(
		(mentor) =>
			mentor.name.toLowerCase().includes(state.search.toLowerCase()) &&
			(!state.filters["function"] ||
				mentor.function === state.filters["function"]),
	);
	return (
		<Section
			title={t("Tables")}
			id="tables"
			lead="Order, filters and page live in the address. On a phone each row becomes a card."
			action={<LinkButton href="#tables">Invite a mentor</LinkButton>}
		>
			<Table
				caption="Mentors of the spring cohort, as of 17 March 2026"
				columns={columns}
				rows={arrangeRows(found, state, (mentor, key) =>
					key === "state" || key === "act" ? null : mentor[key],
				)}
				rowKey={(mentor) => mentor.name}
				state={state}
				total={found.length}
				choose={{
					form: "chosen",
					name: "mentor",
					value: (mentor) => mentor.name,
					label: (mentor) => `Choose ${mentor.name}`,
					isChosen: (mentor) => mentor.met > 4,
				}}
				filters={[
					{ kind: "search", label: "Name" },
					{
						kind: "choice",
						name: "function",
						label: "Function",
						all: "All functions",
						choices: ["Operations", "Finance", "Legal"].map((value) => ({
							value,
							label: value,
						})),
					},
				]}
			/>
			<Form
				action="/design"
				id="chosen"
				submit="Invite the chosen to this round"
				weight="secondary"
			/>
			<SmallTables />
		</Section>
	);
}

function SmallTables() {
	const empty = readTableState("/design?none-search=nobody", {
		prefix: "none-",
		sortable: ["name"],
		sort: { key: "name", direction: "ascending" },
	});
	const plain: readonly Column<Mentor>[] = [
		{ key: "name", label: "Name", cell: (mentor) => mentor.name },
		{
			key: "met",
			label: "Sessions",
			kind: "number",
			cell: (mentor) => formatNumber(mentor.met),
		},
	];
	return (
		<>
			<Table
				caption="Without order or pages, with a sum"
				columns={plain}
				rows={mentors.slice(0, 3)}
				rowKey={(mentor) => mentor.name}
				foot={["Together", formatNumber(19)]}
			/>
			<Table
				caption="Mentors whose name contains “nobody”"
				columns={plain}
				rows={[]}
				rowKey={(mentor) => mentor.name}
				state={empty}
				filters={[{ kind: "search", label: "Name" }]}
				total={0}
			/>
			<Table
				caption="Nobody yet"
				columns={plain}
				rows={[]}
				rowKey={(mentor) => mentor.name}
				empty={
					<EmptyState
						title="The mentors of this program will stand here"
						action={
							<LinkButton weight="primary" href="#tables">
								Invite the first mentors
							</LinkButton>
						}
					>
						Ruth invites them; each says yes or no in a minute, and sees nothing
						of the mentees until the round is published.
					</EmptyState>
				}
			/>
		</>
	);
}
