import type { ComponentChildren } from "preact";
import { Icon } from "../../../ui/icon.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatNumber, t } from "../../../ui/text.ts";
import type { Group, Mark, MarkedPair, MentorRow } from "../board-layout.ts";
import { mentorKindName } from "../mentor-kinds.ts";
import { type BoardPerson, pairValue } from "../queries/board.ts";
import { PairBar, partsText } from "./pair-bar.tsx";

export type LedgerProps = {
	readonly groups: readonly Group[];
	readonly marks: readonly Mark[];
	readonly scale: number;
	readonly people: ReadonlyMap<string, BoardPerson>;
	readonly hrefOf: (pair: string) => string;
	readonly canDecide: boolean;
	/** Decimal places of the scores, so that they stand below each other. */
	readonly digits: number;
	/** The pair that is opened, and what it opens. */
	readonly opened: string | undefined;
	readonly panel: ComponentChildren;
	/** The pair whose mentee is about to be swapped with another. */
	readonly swapping: MarkedPair | undefined;
	readonly swapHref: (pair: string) => string;
};

/** Mentors with their pairs. A real table: every mark on it is a row that says the same in words. */
export function Ledger(props: LedgerProps) {
	return (
		<table class="ledger">
			<caption class="unseen">{t("Proposed pairs by mentor")}</caption>
			<thead>
				<tr>
					<th scope="col">{t("Mentor")}</th>
					<th scope="col">{t("Mentee")}</th>
					<th scope="col" class="number">
						{t("Score")}
					</th>
					<th scope="col">{t("What it is made of")}</th>
					<th scope="col">{t("Decision")}</th>
				</tr>
			</thead>
			{props.groups.map((group) => (
				<tbody key={group.name}>
					{group.name !== "" && (
						<tr class="ledger-group">
							<th scope="rowgroup" colSpan={5}>
								{group.name}{" "}
								<small>
									{t("{pairs, plural, one {# pair} other {# pairs}}", {
										pairs: group.pairs,
									})}
								</small>
							</th>
						</tr>
					)}
					{group.rows.map((row) => (
						<MentorRows key={row.mentor.id} row={row} props={props} />
					))}
				</tbody>
			))}
		</table>
	);
}

function MentorRows({ row, props }: { row: MentorRow; props: LedgerProps }) {
	const { mentor, pairs, free } = row;
	const isOpened = pairs.some(({ id }) => id === props.opened);
	const lines = pairs.length + (free > 0 ? 1 : 0) + (isOpened ? 1 : 0);
	const head = (
		<th scope="row" rowSpan={lines} class="ledger-mentor">
			<span class="ledger-name">{mentor.name}</span>
			{mentor.title && <small>{mentor.title}</small>}
		</th>
	);
	return (
		<>
			{pairs.map((pair, place) => (
				<>
					<PairLine
						key={pair.id}
						pair={pair}
						mentor={mentor}
						props={props}
						head={place === 0 ? head : null}
					/>
					{pair.id === props.opened && (
						<tr class="ledger-panel">
							<td colSpan={4}>{props.panel}</td>
						</tr>
					)}
				</>
			))}
			{free > 0 && (
				<tr class="ledger-free">
					{pairs.length === 0 && head}
					<td colSpan={4}>
						{t("{free, plural, one {One place free} other {# places free}}", {
							free,
						})}
					</td>
				</tr>
			)}
		</>
	);
}

function PairLine({
	pair,
	mentor,
	props,
	head,
}: {
	pair: MarkedPair;
	mentor: BoardPerson;
	props: LedgerProps;
	head: ComponentChildren;
}) {
	const mentee = props.people.get(pair.mentee);
	const isOpened = pair.id === props.opened;
	return (
		<tr
			id={`pair-${pair.id}`}
			class={[
				"pair-line",
				...(isOpened ? ["opened"] : []),
				...(pair.isChanged ? ["moved"] : []),
			].join(" ")}
			data-mentee={pair.mentee}
		>
			{head}
			<td class="ledger-mentee">
				<a
					href={props.hrefOf(isOpened ? "" : pair.id)}
					aria-expanded={isOpened}
					data-in-place
					data-key="o"
				>
					{mentee?.name}
				</a>
				{pair.mentorKind !== null && (
					<span class="mentor-kind">{mentorKindName(pair.mentorKind)}</span>
				)}
				{mentee?.title && <small>{mentee.title}</small>}
			</td>
			<td class="number">{formatNumber(pair.score, props.digits)}</td>
			<td class="ledger-bar">
				<PairBar pair={pair} scale={props.scale} />
				<span class="pair-parts">{partsText(pair, props.marks)}</span>
			</td>
			<td class="ledger-decision">
				<PairState pair={pair} people={props.people} />
				{props.canDecide && (
					<RowDecisions
						pair={pair}
						names={`${mentee?.name} – ${mentor.name}`}
						props={props}
					/>
				)}
			</td>
		</tr>
	);
}

function PairState({
	pair,
	people,
}: {
	pair: MarkedPair;
	people: LedgerProps["people"];
}) {
	if (pair.status === "agreed")
		return <Status kind="done">{t("Both said yes")}</Status>;
	if (pair.status === "published")
		return <Status kind="waiting">{t("Asked")}</Status>;
	if (pair.status === "returned" || pair.status === "lapsed")
		return <Status kind="quiet">{t("Back in the round")}</Status>;
	if (!pair.isChanged) return null;
	const before = (pair.before ?? []).flatMap(
		(id) => people.get(id)?.name ?? [],
	);
	return (
		<span class="pair-changed">
			{before.length === 0
				? t("new")
				: t("before: {names}", { names: before.join(", ") })}
		</span>
	);
}

/** Pin, rule out, swap. In the middle of a swap the only question is: with whom? */
function RowDecisions({
	pair,
	names,
	props: { swapping, swapHref, people },
}: {
	pair: MarkedPair;
	names: string;
	props: LedgerProps;
}) {
	const value = pairValue(pair);
	if (swapping?.id === pair.id)
		return (
			<a class="pin pinned" href={swapHref("")} data-in-place data-key="escape">
				<Icon name="close" />
				{t("Do not swap")}
			</a>
		);
	if (swapping !== undefined)
		return swapping.mentor === pair.mentor ||
			swapping.mentee === pair.mentee ? null : (
			<button class="pin" name="swap-with" value={pair.id} data-key="s">
				<Icon name="pair" />
				{t("Swap with {name}", {
					name: people.get(swapping.mentee)?.name ?? t("somebody"),
				})}
				<span class="unseen">{names}</span>
			</button>
		);
	return (
		<>
			<PinButton pair={pair} names={names} />
			<span class="on-approach">
				<button
					class="pin"
					name="forbid"
					value={value}
					data-key="x"
					aria-label={t("Rule out {names}", { names })}
				>
					<Icon name="close" />
					{t("Rule out")}
				</button>
				<a
					class="pin"
					href={swapHref(pair.id)}
					data-in-place
					data-key="s"
					aria-label={t("Swap {names} with another pair", { names })}
				>
					<Icon name="pair" />
					{t("Swap")}
				</a>
			</span>
		</>
	);
}

function PinButton({ pair, names }: { pair: MarkedPair; names: string }) {
	return (
		<button
			class={pair.isPinned ? "pin pinned" : "pin"}
			name={pair.isPinned ? "release" : "pin"}
			value={pairValue(pair)}
			data-key="p"
			aria-label={
				pair.isPinned
					? t("Pinned: release {names}", { names })
					: t("Pin {names}", { names })
			}
		>
			<Icon name={pair.isPinned ? "lock" : "check"} />
			{pair.isPinned ? t("Pinned") : t("Pin")}
		</button>
	);
}
