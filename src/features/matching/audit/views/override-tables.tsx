import { formatNumber, t } from "../../../../ui/text.ts";
import type { Round } from "../../queries/rounds.ts";
import type { Overrides } from "../queries.ts";
import { countText, factTitle } from "./fact-table.tsx";

/** Decisions by hand, by group of the mentee they concern; where figures could place somebody, none. */
export function OverrideTables({
	round,
	overrides,
}: {
	round: Round;
	overrides: Overrides;
}) {
	if (round.publishedAt === null)
		return (
			<p>
				{t(
					"Counted at publication. Until then decisions can still be taken back.",
				)}
			</p>
		);
	if (overrides.length === 0) return <p>{t("No pair was decided by hand.")}</p>;
	return (
		<>
			{overrides.map(({ fact, groups }) =>
				groups === "too-few" ? (
					<p key={fact}>
						<strong>{factTitle(fact)}</strong>{" "}
						{t(
							"Too few decisions to show: whoever knows the pairs could tell somebody’s group.",
						)}
					</p>
				) : (
					<OverrideTable key={fact} fact={fact} groups={groups} />
				),
			)}
			<p class="hint">
				{t(
					"More decisions for one group say nothing yet about why: ask whoever signed. Among few decisions a difference may well be chance.",
				)}
			</p>
		</>
	);
}

type Groups = Exclude<Overrides[number]["groups"], "too-few">;

function OverrideTable({ fact, groups }: { fact: string; groups: Groups }) {
	return (
		<div class="table-frame">
			<table class="table">
				<caption>{factTitle(fact)}</caption>
				<thead>
					<tr>
						<th scope="col">{t("Group")}</th>
						<th scope="col" class="number">
							{t("Mentees")}
						</th>
						<th scope="col" class="number">
							{t("Pinned")}
						</th>
						<th scope="col" class="number">
							{t("Swapped")}
						</th>
						<th scope="col" class="number">
							{t("Ruled out")}
						</th>
					</tr>
				</thead>
				<tbody>
					{groups.map(({ group, members, decided }) => (
						<tr key={group}>
							<th scope="row">{group || t("Smaller groups together")}</th>
							<td class="number" data-label={t("Mentees")}>
								{formatNumber(members)}
							</td>
							<td class="number" data-label={t("Pinned")}>
								{countText(decided.pin)}
							</td>
							<td class="number" data-label={t("Swapped")}>
								{countText(decided.swap)}
							</td>
							<td class="number" data-label={t("Ruled out")}>
								{countText(decided.forbid)}
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
