import { LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Status } from "../../../ui/status.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatNumber, t } from "../../../ui/text.ts";
import type {
	EnrolmentStatus,
	Side,
} from "../../../domain/programs/enrolment.ts";
import type { ListedProgram } from "../queries/programs.ts";
import {
	programStatusKind,
	programStatusName,
	sideName,
	statusName,
} from "../words.ts";

export type ProgramLine = ListedProgram & {
	readonly parts: readonly { side: Side; status: EnrolmentStatus }[];
	/** Whether the visitor may ask for a place and fits a side. */
	readonly mayApply: boolean;
	/** Whether the visitor sees how many are enrolled. */
	readonly isCounted: boolean;
};

export function ProgramsPage({
	frame,
	programs,
	mayCreate,
}: {
	frame: Frame;
	programs: readonly ProgramLine[];
	mayCreate: boolean;
}) {
	const create = (
		<LinkButton weight="primary" href="/programs/new" icon="add">
			{t("Begin a program")}
		</LinkButton>
	);
	const isCounted = programs.some((program) => program.isCounted);
	return (
		<Page
			frame={frame}
			title={isCounted ? t("Which programs there are") : t("Your programs")}
			lead={
				isCounted
					? undefined
					: t("Programs you take part in, or may ask for a place in.")
			}
			action={mayCreate && programs.length > 0 ? create : undefined}
		>
			<Table
				caption={t("Programs")}
				captionUnseen
				rows={programs}
				rowKey={(program) => program.id}
				columns={[
					{
						key: "name",
						label: t("Program"),
						cell: (program) => (
							<a href={`/programs/${program.id}`}>{program.name}</a>
						),
					},
					{
						key: "status",
						label: t("Where it stands"),
						cell: (program) => (
							<Status kind={programStatusKind(program.status)}>
								{programStatusName(program.status)}
							</Status>
						),
					},
					{
						key: "part",
						label: t("Your part"),
						cell: (program) => <OwnPart program={program} />,
					},
					...(isCounted
						? [
								{
									key: "mentors",
									label: t("Mentors"),
									kind: "number" as const,
									cell: (program: ProgramLine) => enrolled(program, "mentor"),
								},
								{
									key: "mentees",
									label: t("Mentees"),
									kind: "number" as const,
									cell: (program: ProgramLine) => enrolled(program, "mentee"),
								},
							]
						: []),
				]}
				empty={
					<EmptyState
						title={t("No program yet")}
						action={mayCreate ? create : undefined}
					>
						{mayCreate
							? t(
									"A program brings mentors and mentees together for a purpose. Begin with a template: its charter and its rules are there to be changed.",
								)
							: t(
									"Programs you are invited to, or may ask for a place in, will stand here. The people who run them send the invitations.",
								)}
					</EmptyState>
				}
			/>
		</Page>
	);
}

function OwnPart({ program }: { program: ProgramLine }) {
	if (program.parts.length > 0)
		return (
			<>
				{program.parts
					.map(({ side, status }) => `${sideName(side)}: ${statusName(status)}`)
					.join("; ")}
			</>
		);
	return program.mayApply ? (
		<a href={`/programs/${program.id}/apply`}>{t("Ask for a place")}</a>
	) : (
		<>–</>
	);
}

function enrolled(program: ProgramLine, side: Side): string {
	if (!program.isCounted) return "–";
	const found = program.enrolled.find((each) => each.side === side);
	return formatNumber(Number(found?.people ?? 0));
}
