import { Quote } from "../../../ui/why-lines.tsx";
import { formatDateTime, formatPercent, t } from "../../../ui/text.ts";
import { planKinds } from "../plans.ts";
import type { SignOff } from "../queries/sign-off.ts";
import { planName } from "./plans.tsx";

/** Who answers for what was published: name, day, grounds, and the fingerprint of exactly these pairs. */
export function SignedOff({
	signed,
	timeZone,
}: {
	signed: SignOff;
	timeZone: string;
}) {
	return (
		<section class="sign-off" aria-labelledby="sign-off">
			<h2 id="sign-off">{t("Signed off")}</h2>
			<Quote
				by={t("{name}, {when}", {
					name: signed.byName ?? t("Somebody"),
					when: formatDateTime(signed.at, timeZone),
				})}
			>
				{signed.note}
			</Quote>
			<p>
				{aimSentence(signed)}{" "}
				{t(
					"{decisions, plural, =0 {No pair was decided by hand.} one {One pair was pinned or ruled out by hand.} other {# pairs were pinned or ruled out by hand.}}",
					{ decisions: signed.decisions },
				)}
			</p>
			<p class="fingerprint">
				{t("Fingerprint")} <code>{signed.fingerprint}</code>
			</p>
		</section>
	);
}

/** What the published plan was planned for; nothing where an older Baton did not keep it. */
function aimSentence({
	objective,
	equityRatio,
	equityMeasure,
	policyVersion,
}: SignOff): string {
	const aim = planKinds.find((kind) => kind === objective);
	if (aim === undefined) return "";
	const version = policyVersion ?? 1;
	return aim === "fair"
		? t(
				"Planned for: every group has at least {ratio} of the {measure, select, quality {mean score} other {access}} of the best-off; under version {version} of the policy.",
				{
					ratio: formatPercent((equityRatio ?? 0) / 1_000_000),
					measure: equityMeasure ?? "access",
					version,
				},
			)
		: t("Planned for: {aim}; under version {version} of the policy.", {
				aim: planName(aim),
				version,
			});
}
