// match --swap-audit COLUMN: whether the pairs would be others had the mentees of each group been members of another.
import { pointsOf } from "../domain/matching/decimal.ts";
import type {
	SwapAudit,
	SwapInput,
} from "../domain/matching/equity/swap-audit.ts";
import { swapAudit } from "../domain/matching/equity/swap-audit.ts";
import { formatPoints, pinSentence } from "../features/matching/sentences.ts";
import { t } from "../ui/text.ts";
import type { ExitCode, Io } from "./io.ts";
import { refuse } from "./matching-output.ts";

type Told = Extract<SwapAudit, { readonly ok: true }>;

/** Prints the audit; exit code 0 whether or not it finds anything. */
export function printSwapAudit(
	io: Io,
	input: SwapInput<unknown>,
	isJson: boolean,
	refusals: (audit: Extract<SwapAudit, { readonly ok: false }>) => string[],
): ExitCode {
	const work = swapAudit(input);
	let step = work.next();
	while (step.done !== true) step = work.next();
	const audit = step.value;
	if (!audit.ok) return refuse(io, refusals(audit));
	io.stdout(
		isJson
			? `${JSON.stringify(document(input.column, audit), null, "\t")}\n`
			: text(input.column, audit),
	);
	return 0;
}

/** Why there is nothing to exchange. */
export function swapRefusal(
	column: string,
	why: "no-such-column" | "one-group",
) {
	return why === "no-such-column"
		? t("The mentees’ file has no column “{column}” to exchange.", { column })
		: t("Everybody has the same in “{column}”: there is nothing to exchange.", {
				column,
			});
}

function document(column: string, audit: Told) {
	return {
		swapped: column,
		same: audit.isSame,
		exchanges: audit.exchanges,
		groups: audit.groups.map((group) => ({
			group: group.group,
			members: group.members,
			differently: group.differently,
			onlyAsThemselves: group.onlyAsThemselves,
			onlyAsOthers: group.onlyAsOthers,
			totalChange: pointsOf(group.points),
		})),
		pins: audit.pins.map(({ pair, rule }) => ({ ...pair, rule: rule ?? null })),
	};
}

function text(column: string, audit: Told): string {
	const lines = [
		audit.isSame
			? t(
					"The pairs are the same whoever has what in “{column}” ({exchanges, plural, one {one exchange} other {# exchanges}}): the policy does not use it.",
					{ column, exchanges: audit.exchanges },
				)
			: t(
					"The pairs would be others if mentees had the other groups’ “{column}” ({exchanges, plural, one {one exchange} other {# exchanges}}):",
					{ column, exchanges: audit.exchanges },
				),
		...audit.groups.map((own) =>
			t(
				"  {group}: {differently} of {members} with other mentors; {lost} would have nobody, {won} who have nobody would have a mentor; {points} points",
				{
					group: own.group,
					members: own.members,
					differently: own.differently.length,
					lost: own.onlyAsThemselves,
					won: own.onlyAsOthers,
					points: formatPoints(own.points),
				},
			),
		),
		...audit.pins.map((pin) => `  ${pinSentence(pin)}`),
		t(
			"This shows direct use only, not terms that go with the attribute (a site, a function): for those compare the groups’ figures.",
		),
	];
	return lines.map((line) => `${line}\n`).join("");
}
