import {
	pulseSayings,
	type PulseSaid,
} from "../../../domain/relationships/pulse.ts";
import { Audience } from "../../../ui/audience.tsx";
import { Actions, ButtonForm } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatCompany, t } from "../../../ui/text.ts";
import { pulseWord } from "../words.ts";

/** The first tap. Every answer weighs the same: none is the one that is hoped for. */
export function PulseQuestion({
	action,
	said,
}: {
	action: string;
	said: PulseSaid | undefined;
}) {
	return (
		<Stack>
			{said !== undefined && said !== "unsaid" && (
				<p>
					{t("You said: {answer}. You may think again.", {
						answer: pulseWord(said),
					})}
				</p>
			)}
			{said === "unsaid" && (
				<p>{t("You would rather not say, which is fine.")}</p>
			)}
			<Audience of="you-alone" />
			<Actions>
				{pulseSayings
					.filter((answer) => answer !== said)
					.map((answer) => (
						<ButtonForm
							key={answer}
							action={action}
							values={{ answer }}
							weight={answer === "unsaid" ? "quiet" : "secondary"}
						>
							{pulseWord(answer)}
						</ButtonForm>
					))}
			</Actions>
		</Stack>
	);
}

export type HelpProps = {
	action: string;
	values?: Readonly<Record<string, string>>;
	own: string;
	others: readonly string[];
	/** Who reads that somebody asked, by name. */
	readers: readonly string[];
	said: PulseSaid | undefined;
};

/** The second tap: before it is pressed stands who will read what. */
export function HelpQuestion(props: HelpProps) {
	const { said, readers } = props;
	if (readers.length === 0) return null;
	if (said === "slow" || said === "stuck")
		return (
			<Section title={t("Would you like somebody from outside to help?")}>
				<Asking {...props} />
			</Section>
		);
	return (
		<Disclosure summary={t("Would you like somebody from outside to help?")}>
			<Asking {...props} />
		</Disclosure>
	);
}

function Asking({ action, values, own, others, readers }: HelpProps) {
	return (
		<Stack>
			<p>
				{t(
					"A facilitator helps people talk. If you press, {reading, plural, one {{readers} reads} other {{readers} read}}: “{own} asked for help”, and with whom you meet; not what you answered, nor anything you wrote to each other. {met, plural, one {{others} does} other {{others} do}} not learn of it unless you say so.",
					{
						own,
						reading: readers.length,
						met: others.length,
						readers: formatCompany(readers),
						others: formatCompany(others),
					},
				)}
			</p>
			<Actions>
				<ButtonForm action={action} values={values ?? {}}>
					{t("Ask for help")}
				</ButtonForm>
			</Actions>
		</Stack>
	);
}
