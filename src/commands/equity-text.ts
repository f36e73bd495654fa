// What the commands print about groups.
import type { FairPlan } from "../domain/matching/equity/fair-plan.ts";
import { formatPoints } from "../features/matching/sentences.ts";
import { formatNumber, t } from "../ui/text.ts";

/** The ratio, each group with and without it, and what the ratio costs. */
export function equityText(plan: FairPlan): string {
	const { ratio, measure, groups, price } = plan;
	const asked = percent(ratio.asked / 1e6);
	const reached = percent(ratio.reached / 1e6);
	const lines = [
		ratio.reached >= ratio.asked
			? t(
					"Between groups, {measure, select, access {the share of mentees with a mentor} other {the mean score}} is at least {reached} of the best group’s ({asked} was asked for).",
					{ measure, reached, asked },
				)
			: t(
					"Between groups, {measure, select, access {the share of mentees with a mentor} other {the mean score}} reaches {reached} of the best group’s; {asked} cannot be reached.",
					{ measure, reached, asked },
				),
		t(
			"It costs {people, plural, =0 {nobody a mentor} one {one person a mentor} other {# people a mentor}} and {points} points.",
			{ people: price.people, points: formatPoints(price.points) },
		),
		...groups.map(({ name, members, covered, points }) =>
			t(
				"  {group}: {now} of {members} with a mentor (without the ratio {before}), mean score {quality} ({qualityBefore})",
				{
					group: name ?? t("small groups together"),
					members,
					now: covered.now,
					before: covered.before,
					quality: formatNumber(points.now / 1e6 / members, 2),
					qualityBefore: formatNumber(points.before / 1e6 / members, 2),
				},
			),
		),
		...plan.blockedBy.map(blockerText),
	];
	return lines.map((line) => `${line}\n`).join("");
}

function blockerText({
	group,
	why,
	withoutCandidates,
}: FairPlan["blockedBy"][number]): string {
	const values = {
		group: group ?? t("small groups together"),
		count: withoutCandidates.length,
	};
	switch (why) {
		case "no-eligible-mentors":
			return t(
				"  In the way: {count, plural, one {one member} other {# members}} of {group} for whom no mentor is eligible.",
				values,
			);
		case "places":
			return t(
				"  In the way: the mentors eligible for {group} have too few places.",
				values,
			);
		case "indivisible":
			return t(
				"  In the way: {group} is too small for a division that comes out even.",
				values,
			);
	}
}

function percent(share: number): string {
	return `${formatNumber(share * 100, 1)} %`;
}
