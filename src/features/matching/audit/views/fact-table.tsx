import { formatNumber, t } from "../../../../ui/text.ts";
import { columnName } from "../../policy-names.ts";
import { signed } from "../../views/differences.tsx";
import type { AuditResult, Count } from "../suppress.ts";

/** What exchanging one fact would change, as a finding and by group. */
export function FactTable({ result }: { result: AuditResult }) {
	if (result.kind !== "compared") return <p>{nothingSentence(result.kind)}</p>;
	return (
		<>
			<p class="finding">{finding(result)}</p>
			{!result.isSame && result.groups.length > 0 && (
				<div class="table-frame">
					<table class="table">
						<caption class="unseen">{t("By group")}</caption>
						<thead>
							<tr>
								<th scope="col">{t("Group")}</th>
								<th scope="col" class="number">
									{t("Mentees")}
								</th>
								<th scope="col" class="number">
									{t("Would have another mentor")}
								</th>
								<th scope="col" class="number">
									{t("Have one only as themselves")}
								</th>
								<th scope="col" class="number">
									{t("Would have one only as others")}
								</th>
								{!result.isInConfidence && (
									<th scope="col" class="number">
										{t("Points each, on average")}
									</th>
								)}
							</tr>
						</thead>
						<tbody>
							{result.groups.map((one) => (
								<tr key={one.group}>
									<th scope="row">{one.group}</th>
									<td class="number" data-label={t("Mentees")}>
										{formatNumber(one.members)}
									</td>
									<td
										class="number"
										data-label={t("Would have another mentor")}
									>
										{countText(one.differently)}
									</td>
									<td
										class="number"
										data-label={t("Have one only as themselves")}
									>
										{countText(one.onlyAsThemselves)}
									</td>
									<td
										class="number"
										data-label={t("Would have one only as others")}
									>
										{countText(one.onlyAsOthers)}
									</td>
									{one.points !== null && (
										<td
											class="number"
											data-label={t("Points each, on average")}
										>
											{signed(Math.round(one.points / 100_000) * 100_000)}
										</td>
									)}
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
			{result.hidden > 0 && (
				<p class="hint">
					{t(
						"{groups, plural, one {One group of fewer than five is} other {# groups of fewer than five are}} not shown.",
						{ groups: result.hidden },
					)}
				</p>
			)}
		</>
	);
}

export function countText(count: Count): string {
	return count === "few" ? t("1 to 4") : formatNumber(count);
}

/** "By function", for the facts of a policy as well. */
export function factTitle(fact: string): string {
	if (fact === "function") return t("By function");
	return fact === "unit"
		? t("By unit")
		: t("By {fact}", { fact: columnName(fact) });
}

function finding(result: AuditResult & { readonly kind: "compared" }): string {
	if (result.isSame)
		return t(
			"The same pairs: in {exchanges, plural, one {one exchange} other {# exchanges}} nobody would have another mentor.",
			{ exchanges: result.exchanges },
		);
	const counted = result.groups.map(({ differently }) => differently);
	const isExact = counted.every((one) => one !== "few");
	const sum = counted.reduce<number>(
		(total, one) => total + (one === "few" ? 0 : one),
		0,
	);
	const pins =
		result.pins === 0
			? ""
			: t("Some pins rest on it: after an exchange they would break a rule.");
	const main = isExact
		? t(
				"It matters: {people, plural, =0 {nobody in the groups shown} one {one mentee} other {# mentees}} would have another mentor, or none, in at least one of {exchanges, plural, one {one exchange} other {# exchanges}}.",
				{ people: sum, exchanges: result.exchanges },
			)
		: t(
				"It matters: some mentees would have another mentor, or none, in at least one of {exchanges, plural, one {one exchange} other {# exchanges}}.",
				{ exchanges: result.exchanges },
			);
	return [main, pins].filter(Boolean).join(" ");
}

function nothingSentence(
	kind: Exclude<AuditResult["kind"], "compared">,
): string {
	switch (kind) {
		case "not-looked-at":
			return t(
				"The policy does not look at it: neither a rule nor a point depends on it, so nothing can change.",
			);
		case "one-group":
			return t(
				"All who state it are in one group: there is nothing to exchange.",
			);
		case "after-publication":
			return t(
				"Told in confidence: audited once, after publication. Figures that change with every pin could tell somebody’s group.",
			);
		case "failed":
			return t("The round could not be solved again with this exchanged.");
	}
}
