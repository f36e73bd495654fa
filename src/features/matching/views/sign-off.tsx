import { Quote } from "../../../ui/why-lines.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import type { SignOff } from "../queries/sign-off.ts";

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
