import type { ComponentChildren } from "preact";
import { Audience } from "../../../ui/audience.tsx";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page, PlainPage } from "../../../ui/page.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Stack } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Asked } from "../queries.ts";

/** Whoever is asked, signed in. */
export function AskedPage({ frame, asked }: { frame: Frame; asked: Asked }) {
	const { title, lead } = words(asked);
	return (
		<Page
			frame={frame}
			width="measure"
			title={title}
			parent={{ label: t("Today"), href: "/" }}
			lead={lead}
		>
			<Question asked={asked} action={`/hand-overs/${asked.id}/answer`} />
		</Page>
	);
}

/** The peer, by the link from their mail. */
export function TakeOverPage({
	frame,
	asked,
	token,
}: {
	frame: Frame;
	asked: Asked;
	token: string;
}) {
	const { title, lead } = words(asked);
	return (
		<PlainPage frame={frame} title={title} lead={lead}>
			<Question asked={asked} action={`/take-over/${token}`}>
				<p class="hint">
					{t(
						"This link answers in your name, so please keep it. It reads nothing else, and ends with the last day to answer.",
					)}
				</p>
			</Question>
		</PlainPage>
	);
}

/** Answered, taken back, or over. */
export function NothingAskedPage({ frame }: { frame: Frame }) {
	return (
		<PlainPage
			frame={frame}
			title={
				frame.notice === undefined
					? t("Nothing is asked any more")
					: t("You have answered")
			}
			lead={
				frame.notice === undefined
					? t("You have answered, it was taken back, or its time is over.")
					: t("There is nothing more to do here.")
			}
		>
			<Actions>
				<LinkButton weight="primary" href="/">
					{t("Open Baton")}
				</LinkButton>
			</Actions>
		</PlainPage>
	);
}

function Question({
	asked,
	action,
	children,
}: {
	asked: Asked;
	action: string;
	children?: ComponentChildren;
}) {
	const isPeer = asked.asked === "peer";
	const { mentee, peer, mentor } = asked.people;
	const shown = isPeer ? mentee : peer;
	return (
		<Stack>
			<PersonLine
				name={shown.name}
				title={shown.title ?? undefined}
				place={shown.place ?? undefined}
			/>
			<p>
				{isPeer
					? t(
							"{mentee} does not know of it yet, and is asked once you have said yes. Nothing of what the two wrote comes to you.",
							{ mentee: mentee.firstName },
						)
					: t(
							"{peer} has said yes. If you agree, your time with {mentor} ends without fault and yours with {peer} begins at once; sessions to come are cancelled, and what you two wrote stays between you. If you would rather not, everything stays as it is.",
							{ peer: peer.firstName, mentor: mentor.firstName },
						)}
			</p>
			<p>
				{t("Until {day}. Nobody asks for reasons.", {
					day: formatDate(asked.answerBy),
				})}
			</p>
			<p>
				<Audience of="you-alone" />{" "}
				<span class="hint">
					{t("A no is not kept, and nobody learns whose it was.")}
				</span>
			</p>
			<Actions>
				<ButtonForm action={action} values={{ answer: "yes" }} weight="primary">
					{isPeer ? t("Yes, I take over") : t("Yes, I agree")}
				</ButtonForm>
				<ButtonForm action={action} values={{ answer: "no" }}>
					{isPeer ? t("Not now") : t("Leave it as it is")}
				</ButtonForm>
			</Actions>
			{children}
		</Stack>
	);
}

function words({ asked, people, programName: program }: Asked): {
	readonly title: string;
	readonly lead: string;
} {
	const { mentor, mentee, peer } = people;
	return asked === "peer"
		? {
				title: t("Do you take over mentoring {name}?", {
					name: mentee.firstName,
				}),
				lead: t(
					"{mentor} mentors {mentee} in {program}, and asks whether you go on in their place.",
					{ mentor: mentor.name, mentee: mentee.name, program },
				),
			}
		: {
				title: t("Do you go on with {name}?", { name: peer.firstName }),
				lead: t(
					"{mentor} cannot give your time together what it should have, and proposes {peer} as your mentor in {program}.",
					{ mentor: mentor.name, peer: peer.name, program },
				),
			};
}
