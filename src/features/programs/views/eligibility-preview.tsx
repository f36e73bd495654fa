import type {
	GroupCount,
	ReasonCount,
} from "../../../domain/programs/preview.ts";
import { smallestGroup } from "../../../domain/programs/preview.ts";
import type { Frame } from "../../../ui/frame.ts";
import { KeyFigure, KeyFigures } from "../../../ui/key-figure.tsx";
import { Columns, Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { Table } from "../../../ui/table.tsx";
import { readListState } from "../../../ui/table-state.ts";
import { formatNumber, formatPercent, t } from "../../../ui/text.ts";
import type { Judged } from "../queries/judge.ts";
import type { Vocabulary } from "../queries/fact-words.ts";
import { conditionSentence, obstacleSentence } from "../rule-words.ts";

type Props = {
	frame: Frame;
	judged: Judged;
	vocabulary: Vocabulary;
	gradeScale: readonly string[];
};

/** Whom a rule lets in and keeps out, before it counts. */
export function Preview({
	judged,
	vocabulary,
	gradeScale,
}: Omit<Props, "frame">) {
	const { preview } = judged;
	const all = preview.eligible + preview.notEligible;
	return (
		<>
			<Section
				title={t("Who that is")}
				id="preview"
				lead={
					preview.eligible === 0
						? t("Nobody. Take a condition away, or make one wider.")
						: t(
								"{eligible} of {all} people in the organisation may take part, {share}.",
								{
									eligible: formatNumber(preview.eligible),
									all: formatNumber(all),
									share: formatPercent(preview.eligible / Math.max(1, all)),
								},
							)
				}
			>
				<KeyFigures>
					<KeyFigure
						value={formatNumber(preview.eligible)}
						label={t("may take part")}
					/>
					<KeyFigure
						value={formatNumber(preview.notEligible)}
						label={t("may not")}
					/>
				</KeyFigures>
				{preview.reasons.length > 0 && (
					<Reasons reasons={preview.reasons} vocabulary={vocabulary} />
				)}
			</Section>
			<Section
				title={t("Whom that favours")}
				lead={t(
					"By group. Figures about fewer than {count} people, and those they could be worked out from, are not shown.",
					{ count: smallestGroup },
				)}
			>
				<Columns count={2}>
					{Object.entries(preview.groups).map(([fact, groups]) => (
						<Groups
							key={fact}
							name={vocabulary.name(fact)}
							groups={fact === "grade" ? byScale(groups, gradeScale) : groups}
						/>
					))}
				</Columns>
			</Section>
		</>
	);
}

function Reasons({
	reasons,
	vocabulary,
}: {
	reasons: readonly ReasonCount[];
	vocabulary: Vocabulary;
}) {
	return (
		<Table
			caption={t("What keeps people out")}
			rows={reasons}
			rowKey={({ condition, negated }) => JSON.stringify([condition, negated])}
			columns={[
				{
					key: "condition",
					label: t("Condition not met"),
					cell: ({ condition, negated }) =>
						condition.fact === ""
							? t("nothing is enough")
							: conditionSentence(condition, negated, vocabulary),
				},
				{
					key: "people",
					label: t("People"),
					kind: "number",
					cell: (row) => counted(row.people),
				},
				{
					key: "alone",
					label: t("Only for this"),
					kind: "number",
					cell: (row) => counted(row.alone),
				},
				{
					key: "unknown",
					label: t("Not known"),
					kind: "number",
					cell: (row) => counted(row.unknown),
				},
			]}
		/>
	);
}

function Groups({
	name,
	groups,
}: {
	name: string;
	groups: readonly GroupCount[];
}) {
	return (
		<Table
			caption={t("By {fact}", { fact: name })}
			rows={groups}
			rowKey={({ group }) => group}
			columns={[
				{
					key: "group",
					label: name,
					cell: ({ group }) => (group === "" ? t("not known") : group),
				},
				{
					key: "in",
					label: t("In"),
					kind: "number",
					cell: (row) => counted(row.eligible),
				},
				{
					key: "out",
					label: t("Out"),
					kind: "number",
					cell: (row) => counted(row.notEligible),
				},
				{
					key: "share",
					label: t("Share in"),
					kind: "number",
					cell: ({ eligible, notEligible }) =>
						eligible === undefined || notEligible === undefined
							? "·"
							: formatPercent(eligible / Math.max(1, eligible + notEligible)),
				},
			]}
		/>
	);
}

/** The same one by one, for those who run the program. */
export function JudgedPeople({
	frame,
	judged: { people },
	vocabulary,
}: Omit<Props, "gradeScale">) {
	const state = readListState(frame.path, {
		filters: ["show"],
		prefix: "people-",
		pageSize: 25,
	});
	const wanted = state.filters["show"];
	const search = state.search.toLocaleLowerCase();
	const matching = people.filter(
		({ name, about, eligibility }) =>
			(wanted === undefined || eligibility.eligible === (wanted === "in")) &&
			(search === "" ||
				`${name} ${about}`.toLocaleLowerCase().includes(search)),
	);
	return (
		<Section
			title={t("One by one")}
			lead={t("Only those who run the program see this list.")}
			id="people"
		>
			<Table
				caption={t("People, and whether they may take part")}
				captionUnseen
				state={state}
				total={matching.length}
				rows={matching.slice(state.offset, state.offset + state.pageSize)}
				rowKey={({ id }) => id}
				filters={[
					{ kind: "search", label: t("Name, title or place") },
					{
						kind: "choice",
						name: "show",
						label: t("Show"),
						all: t("Everyone"),
						choices: [
							{ value: "in", label: t("Who may take part") },
							{ value: "out", label: t("Who may not") },
						],
					},
				]}
				columns={[
					{
						key: "name",
						label: t("Name"),
						cell: ({ name, about }) => (
							<>
								{name}
								<small>{about}</small>
							</>
						),
					},
					{
						key: "eligible",
						label: t("May take part"),
						cell: ({ eligibility }) => (
							<Status kind={eligibility.eligible ? "done" : "quiet"}>
								{eligibility.eligible ? t("yes") : t("no")}
							</Status>
						),
					},
					{
						key: "why",
						label: t("Why"),
						cell: ({ eligibility }) =>
							eligibility.eligible
								? t("meets the rules")
								: eligibility.because
										.map((obstacle) => obstacleSentence(obstacle, vocabulary))
										.join("; "),
					},
				]}
			/>
		</Section>
	);
}

function counted(count: number | undefined): string {
	return count === undefined ? "·" : formatNumber(count);
}

function byScale(
	groups: readonly GroupCount[],
	scale: readonly string[],
): readonly GroupCount[] {
	const place = (group: string) =>
		scale.includes(group) ? scale.indexOf(group) : scale.length;
	return groups.toSorted((one, other) => place(one.group) - place(other.group));
}
