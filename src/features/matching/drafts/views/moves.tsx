import { Section } from "../../../../ui/section.tsx";
import { formatList, t } from "../../../../ui/text.ts";
import { kindsOf } from "../../policy-document.ts";
import { reasonSentences } from "../../unmatched-reason.ts";
import { ofKind, signed } from "../../views/differences.tsx";
import { gainersAndLosers, KindBalances } from "../../views/take-plan.tsx";
import type { Compared, Comparison } from "../comparison.ts";
import type { DraftPlan } from "../queries.ts";

type Move = DraftPlan["moves"][number];

/** Who would gain, who would lose, by how much; who would have nobody, and why. */
export function Moves({
	comparison,
	compared: { plan, draft, isInConfidence },
}: {
	comparison: Comparison;
	compared: Compared;
}) {
	if (plan === undefined) return null;
	const { moves } = plan;
	const kinds = [
		...new Set(
			[draft.policy, comparison.round.policy].flatMap((policy) =>
				kindsOf(policy).map((kind) => kind.name),
			),
		),
	];
	if (moves.length === 0)
		return (
			<Section title={t("Who gains and who loses")}>
				<p>{t("Nobody: the pairs are those of the present plan.")}</p>
			</Section>
		);
	if (isInConfidence)
		return (
			<Section title={t("Who gains and who loses")}>
				<p>{gainersAndLosers(moves)}.</p>
				<KindBalances moved={moves} kinds={kinds} />
				<p class="hint">
					{t(
						"Groups told in confidence are compared: who moves for them would tell who is in which, so nobody is named.",
					)}
				</p>
			</Section>
		);
	const name = (id: string) => comparison.name(id) ?? t("somebody");
	const out = moves.filter(({ to }) => to.length === 0);
	const arrived = moves.filter(
		({ from, to }) => from.length === 0 && to.length > 0,
	);
	const others = moves.filter(
		({ from, to }) => from.length > 0 && to.length > 0,
	);
	const part = (title: string, list: readonly Move[]) => ({ title, list });
	return (
		<Section title={t("Who gains and who loses")}>
			<p>{gainersAndLosers(moves)}.</p>
			<KindBalances moved={moves} kinds={kinds} />
			{[
				part(t("Would have nobody any more"), out),
				part(t("Would have a mentor, and have none now"), arrived),
				part(
					t("Would lose points"),
					others.filter(({ gain }) => gain < 0).toReversed(),
				),
				part(
					t("Would gain points"),
					others.filter(({ gain }) => gain > 0),
				),
				part(
					t("Would have somebody else for the same points"),
					others.filter(({ gain }) => gain === 0),
				),
			].map(
				({ title, list }) =>
					list.length > 0 && (
						<MoveTable
							key={title}
							title={title}
							list={list}
							plan={plan}
							name={name}
						/>
					),
			)}
		</Section>
	);
}

function MoveTable({
	title,
	list,
	plan,
	name,
}: {
	title: string;
	list: readonly Move[];
	plan: DraftPlan;
	name: (id: string) => string;
}) {
	const names = (ids: readonly string[]) =>
		ids.length === 0 ? t("nobody") : formatList(ids.map(name));
	const isOneWeighing = plan.moves.every(
		({ gain, gainNow }) => gain === gainNow,
	);
	return (
		<div class="table-frame">
			<table class="table draft-moves">
				<caption>
					{title} <span class="count">{list.length}</span>
				</caption>
				<thead>
					<tr>
						<th scope="col">{t("Mentee")}</th>
						<th scope="col">{t("Now")}</th>
						<th scope="col">{t("In the draft")}</th>
						<th scope="col" class="number">
							{isOneWeighing ? t("Points") : t("By the draft’s weights")}
						</th>
						{!isOneWeighing && (
							<th scope="col" class="number">
								{t("By the present weights")}
							</th>
						)}
					</tr>
				</thead>
				<tbody>
					{list.map(({ mentee, kind, from, to, gain, gainNow }) => (
						<tr key={`${kind ?? ""} ${mentee}`}>
							<th scope="row">{ofKind(name(mentee), kind)}</th>
							<td data-label={t("Now")}>{names(from)}</td>
							<td data-label={t("In the draft")}>
								{names(to)}
								{to.length === 0 && (
									<Why plan={plan} mentee={mentee} kind={kind} name={name} />
								)}
							</td>
							<td
								class="number"
								data-label={
									isOneWeighing ? t("Points") : t("By the draft’s weights")
								}
							>
								{signed(gain)}
							</td>
							{!isOneWeighing && (
								<td class="number" data-label={t("By the present weights")}>
									{signed(gainNow)}
								</td>
							)}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Why({
	plan,
	mentee,
	kind,
	name,
}: {
	plan: DraftPlan;
	mentee: string;
	kind: string | undefined;
	name: (id: string) => string;
}) {
	const left = plan.unmatched.find(
		({ person, side, mentorKind }) =>
			side === "mentee" && person === mentee && mentorKind === kind,
	);
	if (left === undefined) return null;
	const { why, change } = reasonSentences(left, name);
	return (
		<small class="draft-why">
			{why} {change}
		</small>
	);
}
