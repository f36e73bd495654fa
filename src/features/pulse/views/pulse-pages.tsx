import type { PulseSaid } from "../../../domain/relationships/pulse.ts";
import { Actions, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page, PlainPage } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatCompany, t } from "../../../ui/text.ts";
import type { OwnReferral } from "../../referrals/queries.ts";
import { FacilitatorSection } from "../../referrals/views/facilitator-section.tsx";
import { HelpQuestion, PulseQuestion } from "./questions.tsx";

type PulseProps = {
	frame: Frame;
	relationship: string;
	own: string;
	others: readonly string[];
	said: PulseSaid | undefined;
	readers: readonly string[];
	referral: OwnReferral | undefined;
};

/** One question, each member alone. */
export function PulsePage(props: PulseProps) {
	const { frame, relationship, others, said, readers, referral } = props;
	const names = formatCompany(others);
	const base = `/relationships/${relationship}`;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("How is it going with {names}?", { names })}
			parent={{ label: t("You and {name}", { name: names }), href: base }}
			lead={t(
				"Asked after a session, or every few weeks, as the program’s charter says. Nobody but you reads your answer; whoever runs the program reads how many said what, from five on.",
			)}
		>
			<PulseQuestion action={`${base}/pulse`} said={said} />
			{referral !== undefined ? (
				<FacilitatorSection
					referral={referral}
					readers={readers.map((name) => ({ name }))}
				/>
			) : (
				<HelpQuestion {...props} action={`${base}/help`} />
			)}
			{(said === "slow" || said === "stuck") && (
				<Section
					title={t("What you can do yourselves")}
					lead={t("A short call, another rhythm, a pause, or a good ending.")}
				>
					<LinkButton href={`${base}/quiet`}>{t("See what helps")}</LinkButton>
				</Section>
			)}
		</Page>
	);
}

/** The same from the mail, without signing in: shows first names, and nothing that anybody said but this. */
export function LinkedPulsePage({
	frame,
	token,
	own,
	others,
	said,
	readers,
	hasAsked,
}: Omit<PulseProps, "relationship" | "referral"> & {
	token: string;
	hasAsked: boolean;
}) {
	const action = `/pulse/${token}`;
	return (
		<PlainPage
			frame={frame}
			title={t("How is it going with {names}?", {
				names: formatCompany(others),
			})}
			lead={t(
				"Nobody but you reads your answer; whoever runs the program reads how many said what, from five on.",
			)}
		>
			<Stack>
				<PulseQuestion action={action} said={said} />
				{hasAsked ? (
					<p>{t("You asked for help. A facilitator writes to you.")}</p>
				) : (
					said !== undefined && (
						<HelpQuestion
							action={action}
							values={{ answer: "help" }}
							{...{ own, others, readers, said }}
						/>
					)
				)}
				<p class="hint">
					{t("This link answers in your name, so please keep it.")}
				</p>
				<Actions>
					<LinkButton weight="quiet" href="/">
						{t("Open Baton")}
					</LinkButton>
				</Actions>
			</Stack>
		</PlainPage>
	);
}
