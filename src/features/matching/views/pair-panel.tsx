import { Button } from "../../../ui/button.tsx";
import { isPriced, type PlanKind } from "../plans.ts";
import { t } from "../../../ui/text.ts";
import { WhyLines } from "../../../ui/why-lines.tsx";
import type { MarkedPair } from "../board-layout.ts";
import { lossWith, lossWithout } from "../loss-sentence.ts";
import { wayOfForcing, wayWithout } from "../path-sentence.ts";
import type { NetworkMember } from "../network.ts";
import { mentorKindName } from "../mentor-kinds.ts";
import {
	type BoardPerson,
	type PairDetail,
	pairValue,
} from "../queries/board.ts";
import { formatPoints } from "../sentences.ts";

export type WhyPart = {
	readonly label: string;
	readonly sentence: string;
	readonly points: number;
	readonly of: number;
};

type PanelProps = {
	pair: MarkedPair;
	detail: PairDetail;
	why: readonly WhyPart[];
	people: ReadonlyMap<string, BoardPerson>;
	/** Other mentees with their pairs, for a swap by hand. */
	others: readonly { readonly pair: string; readonly label: string }[];
	/** Groups are kept within a ratio of each other: what a change would cost is not known exactly then. */
	objective: PlanKind;
	canDecide: boolean;
	/** Under kinds: every mentor of this mentee in the plan, and the kinds that are missing. */
	network: readonly NetworkMember[];
};

/** What is told about one pair: its parts, who else it could have been, what it is worth to the whole, and what can be decided. */
export function PairPanel(props: PanelProps) {
	const { pair, detail, why, people } = props;
	const name = (id: string) => people.get(id)?.name ?? t("somebody");
	const names = { mentee: name(pair.mentee), mentor: name(pair.mentor) };
	return (
		<div class="pair-panel">
			<section aria-label={t("Why {mentee} and {mentor}", names)}>
				<h3>{t("Why {mentee} and {mentor}", names)}</h3>
				{pair.mentorKind !== null && (
					<p class="hint">{mentorKindName(pair.mentorKind)}</p>
				)}
				<WhyLines
					lines={why}
					digits={why.every(({ points }) => Number.isInteger(points)) ? 0 : 1}
				/>
			</section>
			<section aria-label={t("What else there is")}>
				{props.network.length > 0 && (
					<>
						<h3>{t("The network of {mentee}", names)}</h3>
						<ul class="network">
							{props.network.map(({ id, kind, mentor }) => (
								<li key={id}>
									<span class="mentor-kind">{mentorKindName(kind)}</span>{" "}
									{mentor ?? t("nobody yet")}
								</li>
							))}
						</ul>
					</>
				)}
				<h3>{t("Who else for {mentee}", names)}</h3>
				<Alternatives props={props} name={name} />
				<h3>{t("Without this pair")}</h3>
				<p>{withoutThis(props)}</p>
				{detail.loss && detail.moves.length > 0 && (
					<p class="hint">{wayWithout(detail.moves, name)}</p>
				)}
				{props.canDecide && <Decisions props={props} />}
			</section>
		</div>
	);
}

function withoutThis({ pair, detail, objective }: PanelProps): string {
	if (pair.isPinned)
		return t("You pinned it: it was settled before the rest was computed.");
	if (!isPriced(objective) && objective !== "fair")
		return t(
			"Exact losses are given for the plans with most people and with the greatest sum; here the scores are shown.",
		);
	if (objective === "fair")
		return t(
			"This plan keeps a ratio between groups. Exact losses are given for plans without one; here the scores are shown.",
		);
	return detail.loss === undefined
		? t("This is being worked out. Look again in a moment.")
		: lossWithout(detail.loss);
}

function Alternatives({
	props: { detail, pair, canDecide },
	name,
}: {
	props: PanelProps;
	name: (id: string) => string;
}) {
	if (detail.alternatives.length === 0)
		return <p>{t("Nobody else is eligible under these rules.")}</p>;
	return (
		<ul class="alternatives">
			{detail.alternatives.map((other) => (
				<li key={other.mentor}>
					<p>
						<strong>{name(other.mentor)}</strong>{" "}
						{t(
							"{points} points, {taken, select, yes {all places taken} other {a place free}}",
							{
								points: formatPoints(other.points),
								taken: other.isTaken ? "yes" : "no",
							},
						)}
					</p>
					{other.loss && (
						<p class="hint">
							{lossWith(other.loss)}{" "}
							{other.moves.length > 0 && wayOfForcing(other.moves, name)}
						</p>
					)}
					{canDecide && (
						<Button
							weight="quiet"
							name="pin"
							value={pairValue({ ...pair, mentor: other.mentor })}
						>
							{t("Pair them instead")}
						</Button>
					)}
				</li>
			))}
		</ul>
	);
}

function Decisions({ props: { pair, others } }: { props: PanelProps }) {
	const value = pairValue(pair);
	return (
		<>
			<div class="actions">
				{pair.isPinned ? (
					<Button weight="secondary" name="release" value={value}>
						{t("Release")}
					</Button>
				) : (
					<Button weight="secondary" name="pin" value={value}>
						{t("Pin this pair")}
					</Button>
				)}
				<Button weight="quiet" name="forbid" value={value}>
					{t("Rule this pair out")}
				</Button>
			</div>
			{others.length > 0 && (
				<div class="swap">
					<label for="swap-with">{t("Swap mentors with")}</label>
					<span class="select">
						<select class="input" id="swap-with" name="swap-with">
							{others.map((other) => (
								<option key={other.pair} value={other.pair}>
									{other.label}
								</option>
							))}
						</select>
					</span>
					<Button weight="secondary" name="swap" value={pair.id}>
						{t("Swap")}
					</Button>
				</div>
			)}
		</>
	);
}
