import {
	isRunning,
	opensAt,
	secondCustodian,
} from "../../../domain/sealing/opening.ts";
import { Actions, ButtonForm } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import type { ComponentChildren } from "preact";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import { Timeline } from "../../../ui/timeline.tsx";
import { IslandButton, When } from "../../../ui/when.tsx";
import { SealedPlace } from "../../keyring/views/sealed-place.tsx";
import type { Opening } from "../queries.ts";
import { standingKind, standingName, stepSentence } from "../words.ts";

type Props = {
	frame: Frame;
	opening: Opening;
	visitor: string;
	timeZone: string;
};

export function OpeningPage(props: Props) {
	const { frame, opening } = props;
	const { standing, reason, askerName, isMember, names } = opening;
	return (
		<Page
			frame={frame}
			width="measure"
			title={
				isMember
					? t("{name} asks to open your notes with {names}", {
							name: askerName,
							names,
						})
					: t("To open the notes of {names}", { names })
			}
			parent={{
				label: t("What custodians ask for"),
				href: "/recovery/openings",
			}}
		>
			<p class="concern-line">
				<Status kind={standingKind(standing)}>{standingName(standing)}</Status>
			</p>
			<Section title={t("The reason")} layout="beside">
				<Stack>
					<blockquote class="reason">{reason}</blockquote>
					<p class="hint">
						{t("{name} gave it. The two and the three custodians read it.", {
							name: askerName,
						})}
					</p>
				</Stack>
			</Section>
			{isRunning(standing) && <Turn {...props} />}
			<Steps {...props} />
		</Page>
	);
}

function Steps({ opening, timeZone }: Props) {
	const { askedAt, askerName, steps, standing } = opening;
	const isAhead = standing === "asked" || standing === "agreed";
	const ahead = opensAt(askedAt);
	return (
		<Section title={t("What happened when")}>
			<Timeline
				happenings={[
					{
						when: formatDateTime(askedAt, timeZone),
						title: stepSentence("asked", askerName),
					},
					...steps.map(({ at, act, name }) => ({
						when: formatDateTime(at, timeZone),
						title: stepSentence(act, name),
					})),
					...(isAhead
						? [
								{
									when: formatDateTime(ahead, timeZone),
									title: t("Not before this hour is anything handed out"),
									isAhead: true,
								},
							]
						: []),
				]}
			/>
		</Section>
	);
}

function Turn({ opening, visitor }: Props) {
	const { id, standing, isMember, asker, askerName, steps, mayOpen } = opening;
	const base = `/recovery/openings/${id}`;
	if (isMember) return <MembersTurn opening={opening} visitor={visitor} />;
	const isAsker = asker === visitor;
	const isSecond = secondCustodian(steps) === visitor;
	return (
		<>
			{standing === "asked" && !isAsker && (
				<Section title={t("Do you agree?")} layout="beside">
					<Stack>
						{steps.some(({ act }) => act === "objected") && (
							<p>
								<strong>
									{t(
										"An objection was made. Who agrees now agrees in spite of it.",
									)}
								</strong>
							</p>
						)}
						<p>
							{mayOpen
								? t(
										"You help {name} to read; you read nothing yourself. Both of them learn that you agreed.",
										{ name: askerName },
									)
								: t(
										"You cannot take part in this: you stand in the line of one of them, or administer Baton.",
									)}
						</p>
						{mayOpen && (
							<ButtonForm action={`${base}/agree`} weight="danger">
								{t("I agree")}
							</ButtonForm>
						)}
					</Stack>
				</Section>
			)}
			{mayOpen && standing === "due" && isSecond && (
				<Sealed base={base}>
					<Section title={t("Hand over your part")} layout="beside">
						<Stack>
							<p>
								{t(
									"Your browser checks who signed what, and that 72 hours have passed by its own clock. {name} can read from then on; both of them are told.",
									{ name: askerName },
								)}
							</p>
							<Actions>
								<IslandButton does="hand-over" weight="danger">
									{t("Hand over my part")}
								</IslandButton>
							</Actions>
						</Stack>
					</Section>
				</Sealed>
			)}
			{mayOpen && (standing === "peeled" || standing === "read") && isAsker && (
				<Sealed base={base}>
					<Reading opening={opening} />
				</Sealed>
			)}
			{isAsker && (
				<Actions>
					<ButtonForm action={`${base}/withdraw`}>{t("Withdraw")}</ButtonForm>
				</Actions>
			)}
		</>
	);
}

function MembersTurn({
	opening: { id, steps },
	visitor,
}: Pick<Props, "opening" | "visitor">) {
	const last = steps.findLast(({ act }) => act === "objected");
	const hasObjected =
		last?.person === visitor && steps.indexOf(last) === steps.length - 1;
	return (
		<Section title={t("What you can do")} layout="beside">
			<Stack>
				<p>
					{t(
						"Speak to them, delete what you do not want read, or object. An objection does not end it: the second custodian has to agree anew, knowing of it.",
					)}
				</p>
				{hasObjected ? (
					<p>
						<Status kind="done">{t("You have objected")}</Status>
					</p>
				) : (
					<ButtonForm action={`/recovery/openings/${id}/object`}>
						{t("I object")}
					</ButtonForm>
				)}
			</Stack>
		</Section>
	);
}

function Sealed({
	base,
	children,
}: {
	base: string;
	children: ComponentChildren;
}) {
	return (
		<SealedPlace
			island="recovery"
			documents={{
				keyring: "/me/keys/keyring.json",
				case: `${base}/case.json`,
				peel: `${base}/peel`,
				read: `${base}/read`,
			}}
		>
			<When is="open">{children}</When>
		</SealedPlace>
	);
}

function Reading({ opening: { names, memberNames } }: Pick<Props, "opening">) {
	return (
		<Section title={t("Read them")} layout="beside">
			<div class="stack" data-reading data-names={JSON.stringify(memberNames)}>
				<p>
					{t(
						"Each time you do, it stands in the journal, and both of them see it. You see what they wrote to each other under this one key, and nothing that is for one of them alone.",
					)}
				</p>
				<Actions>
					<IslandButton does="read-opened" weight="danger">
						{t("Read the notes of {names}", { names })}
					</IslandButton>
				</Actions>
				<ul class="notes" data-opened />
				<p data-nothing-opened hidden>
					{t(
						"Nothing is there: nothing was written under this key, or it was deleted.",
					)}
				</p>
				<template data-opened-note>
					<li class="note">
						<p class="note-head">
							<strong data-writer />
							<time />
						</p>
						<p class="note-text" data-words />
					</li>
				</template>
				<div data-writers hidden>
					<Disclosure summary={t("Whether they truly wrote this")}>
						<p>
							{t(
								"Each note is signed with its writer’s keys, and the server says whose they are. To be sure, have them read you the six words of their keys:",
							)}
						</p>
						<div data-writer-words />
						<template data-writer-keys>
							<div>
								<p>
									<strong data-writer />
								</p>
								<ol class="words-to-compare" />
							</div>
						</template>
					</Disclosure>
				</div>
			</div>
		</Section>
	);
}
