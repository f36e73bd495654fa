import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, formatList, t } from "../../../ui/text.ts";
import type { Helper, OwnReferral } from "../queries.ts";

type Props = {
	referral: OwnReferral;
	/** Who reads that somebody asked. */
	readers: readonly Pick<Helper, "name">[];
};

/** For the members who know of it: which facilitator is there for them, and that anybody can say no. */
export function FacilitatorSection({ referral, readers }: Props) {
	const { relationship, facilitatorId, facilitatorEmail } = referral;
	const base = `/relationships/${relationship}/help`;
	return (
		<Section title={titleOf(referral)} lead={leadOf({ referral, readers })}>
			{referral.next !== "" && (
				<p>
					{t("{facilitator} has asked {next} to go on in their place.", {
						facilitator: referral.facilitator,
						next: referral.next,
					})}
				</p>
			)}
			<Actions>
				{facilitatorId !== null && facilitatorEmail !== null && (
					<LinkButton weight="primary" href={`mailto:${facilitatorEmail}`}>
						{t("Write to {name}", { name: referral.facilitatorFirst ?? "" })}
					</LinkButton>
				)}
				{facilitatorId !== null && referral.sharedAt === null && (
					<ButtonForm action={`${base}/share`}>
						{t("Let {names} know", { names: formatList(referral.others) })}
					</ButtonForm>
				)}
				<ButtonForm action={`${base}/end`} weight="quiet">
					{facilitatorId === null
						? t("No longer needed")
						: t("Rather not, thank you")}
				</ButtonForm>
			</Actions>
		</Section>
	);
}

function titleOf({
	facilitatorId,
	facilitator,
	sharedAt,
	others,
}: OwnReferral): string {
	if (facilitatorId === null) return t("You asked for help");
	return sharedAt === null
		? t("{facilitator} is there for you", { facilitator })
		: t("{facilitator} is there for you and {names}", {
				facilitator,
				names: formatList(others),
			});
}

function leadOf({ referral, readers }: Props): string {
	const { facilitatorId, sharedAt, askedAt, others } = referral;
	const names = formatList(others);
	if (facilitatorId === null)
		return t(
			"On {day}. {readers} know that you asked; {names} does not. A facilitator writes to you.",
			{
				day: formatDate(askedAt),
				readers: formatList(readers.map(({ name }) => name)),
				names,
			},
		);
	return sharedAt === null
		? t(
				"As a facilitator, from outside. {names} does not know of it; once you let them know, you can all talk together. You can say no at any time, without a reason.",
				{ names },
			)
		: t(
				"As a facilitator, from outside, who reads nothing of what you wrote to each other. Each of you can say no at any time, without a reason.",
			);
}
