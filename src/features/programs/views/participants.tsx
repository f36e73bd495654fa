import {
	enrolmentStatuses,
	sides,
} from "../../../domain/programs/enrolment.ts";
import { Actions, Button, LinkButton } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/fields.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { TableState } from "../../../ui/table-state.ts";
import { formatDate, t } from "../../../ui/text.ts";
import type { Participant, ParticipantOrder } from "../queries/participants.ts";
import type { Standing } from "../standing.ts";
import {
	sideName,
	sideNames,
	statusKind,
	statusName,
	wayName,
} from "../words.ts";
import { parentList, ProgramTabs } from "./program-tabs.tsx";

type Props = {
	frame: Frame;
	standing: Standing;
	table: TableState<ParticipantOrder>;
	people: readonly Participant[];
	total: number;
	functions: readonly string[];
	answerBy: string;
	tomorrow: string;
	state?: FormState | undefined;
};

export function ParticipantsPage(props: Props) {
	const { frame, standing, table } = props;
	const { program, manages } = standing;
	const query = table.path.split("?")[1];
	return (
		<Page
			frame={frame}
			title={t("Who is in it, and where they stand")}
			lead={t(
				"Those who run the program see this, and its committee and analysts. Participants see only their own part.",
			)}
			parent={parentList()}
			width="wide"
			action={
				manages && (
					<Actions>
						<LinkButton
							weight="primary"
							href={`/programs/${program.id}/invite`}
						>
							{t("Invite people")}
						</LinkButton>
						<LinkButton
							href={`/programs/${program.id}/people.csv${query ? `?${query}` : ""}`}
							icon="file"
							download
						>
							{t("As a file")}
						</LinkButton>
					</Actions>
				)
			}
		>
			<Stack>
				<ProgramTabs standing={standing} current="people" />
				<PeopleTable {...props} />
				{manages && props.people.length > 0 && <BulkActs {...props} />}
			</Stack>
		</Page>
	);
}

function PeopleTable({
	standing: { program, manages },
	table,
	people,
	total,
	functions,
}: Props) {
	return (
		<Table
			caption={t("People of the program")}
			captionUnseen
			state={table}
			total={total}
			rows={people}
			rowKey={({ id }) => id}
			columns={[
				...(manages ? [markColumn()] : []),
				{
					key: "name",
					label: t("Name"),
					isHeading: true,
					isSortable: true,
					cell: ({ id, name, title }) => (
						<>
							<a href={`/programs/${program.id}/people/${id}`}>{name}</a>
							<small>{title}</small>
						</>
					),
				},
				{
					key: "side",
					label: t("Side"),
					isSortable: true,
					cell: ({ side, capacity }) => (
						<>
							{sideName(side)}
							{capacity !== 1 && (
								<small>
									{t("{count, plural, one {one place} other {# places}}", {
										count: capacity,
									})}
								</small>
							)}
						</>
					),
				},
				{
					key: "status",
					label: t("Where they stand"),
					isSortable: true,
					cell: (row) => (
						<>
							<Status kind={statusKind(row.status)}>
								{statusName(row.status)}
							</Status>
							<small>{statusNote(row)}</small>
						</>
					),
				},
				{
					key: "function",
					label: t("Function, place"),
					cell: (row) => (
						<>
							{row.function}
							<small>{row.location}</small>
						</>
					),
				},
				{
					key: "entered",
					label: t("Since"),
					kind: "date",
					isSortable: true,
					cell: ({ enteredAt, how }) => (
						<>
							{formatDate(enteredAt, "UTC", "short")}
							<small>{wayName(how)}</small>
						</>
					),
				},
			]}
			filters={[
				{ kind: "search", label: t("Name, title or address") },
				{
					kind: "choice",
					name: "side",
					label: t("Side"),
					all: t("Both sides"),
					choices: sides.map((side) => ({
						value: side,
						label: sideNames(side),
					})),
				},
				{
					kind: "choice",
					name: "status",
					label: t("Where they stand"),
					all: t("Anywhere"),
					choices: [
						{ value: "to-decide", label: t("to be decided") },
						...enrolmentStatuses.map((status) => ({
							value: status,
							label: statusName(status),
						})),
					],
				},
				{
					kind: "choice",
					name: "function",
					label: t("Function"),
					all: t("All functions"),
					choices: functions.map((each) => ({ value: each, label: each })),
				},
			]}
			empty={
				<EmptyState title={t("Nobody yet")}>
					{t(
						"Whoever is invited, asks for a place or is nominated will stand here, with what they said.",
					)}
				</EmptyState>
			}
		/>
	);
}

// The marks belong to the form below the table: a table brings a form of its own for its filters, and forms cannot hold forms.
function markColumn(): Column<Participant> {
	return {
		key: "mark",
		label: t("Mark"),
		cell: ({ id, name }) => (
			<input
				type="checkbox"
				name="enrolments"
				value={id}
				form="people"
				aria-label={t("Mark {name}", { name })}
			/>
		),
	};
}

function BulkActs({
	standing: { program },
	table,
	answerBy,
	tomorrow,
	state,
}: Props) {
	return (
		<Section
			title={t("With those you marked")}
			lead={t(
				"Whoever it does not fit (any more) is left as they are, and you are told how many that was.",
			)}
			layout="beside"
		>
			<Form id="people" action={`/programs/${program.id}/people`} state={state}>
				<input
					type="hidden"
					name="back"
					value={table.path.split("?")[1] ?? ""}
				/>
				<Actions>
					<Button weight="secondary" name="act" value="admit">
						{t("Admit")}
					</Button>
					<Button weight="secondary" name="act" value="hold">
						{t("Move to the waiting list")}
					</Button>
					<Button weight="quiet" name="act" value="refuse">
						{t("Do not admit")}
					</Button>
				</Actions>
				<DateField
					name="answerBy"
					label={t("Answer by")}
					hint={t("For those you invite again.")}
					value={answerBy}
					earliest={tomorrow}
				/>
				<Actions>
					<Button weight="secondary" name="act" value="invite">
						{t("Invite again")}
					</Button>
				</Actions>
			</Form>
		</Section>
	);
}

function statusNote(row: Participant): string {
	const notes = [
		row.status === "invited" && row.answerBy !== null
			? t("answer by {date}", {
					date: formatDate(row.answerBy, "UTC", "short"),
				})
			: "",
		row.pausedUntil === null
			? ""
			: t("paused until {date}", {
					date: formatDate(row.pausedUntil, "UTC", "short"),
				}),
		row.isLate ? t("came after the first pairing") : "",
	];
	return notes.filter(Boolean).join("; ");
}
