import {
	afterStep,
	type ConcernStep,
} from "../../../domain/governance/concern.ts";
import { Actions, ButtonForm } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDateTime, t } from "../../../ui/text.ts";
import { Timeline } from "../../../ui/timeline.tsx";
import { IslandButton, When } from "../../../ui/when.tsx";
import { SealedPlace } from "../../keyring/views/sealed-place.tsx";
import { closingSide } from "../commands.ts";
import type { Concern, ConcernEvent, Ombudsperson } from "../queries.ts";
import {
	deadlineSentence,
	eventSentence,
	statusKind,
	statusName,
} from "../words.ts";
import { PassingOn } from "./passing-on.tsx";

export type ConcernPageProps = {
	frame: Frame;
	concern: Concern;
	events: readonly ConcernEvent[];
	/** Ombudspersons the author could give it to. */
	others: readonly Ombudsperson[];
	today: string;
	timeZone: string;
};

export function ConcernPage(props: ConcernPageProps) {
	const { frame, concern, events, today, timeZone } = props;
	const { id, otherFirst, status } = concern;
	const base = `/concerns/${id}`;
	return (
		<Page
			frame={frame}
			width="measure"
			title={
				concern.side === "author"
					? t("You and {name}, in confidence", { name: otherFirst })
					: t("{name} has turned to you", { name: otherFirst })
			}
			lead={t("Nobody but the two of you learns that this exists.")}
			parent={{ label: t("When something is not right"), href: "/concerns" }}
		>
			<p class="concern-line">
				<Status kind={statusKind(concern, today)}>{statusName(concern)}</Status>
				<span class="hint">{deadlineSentence(concern)}</span>
			</p>
			<SealedPlace
				island="concerns"
				documents={{
					keyring: "/me/keys/keyring.json",
					candidates: "/concerns/candidates.json",
					space: `${base}/space.json`,
					texts: `${base}/texts`,
					grants: `${base}/grants`,
					"hand-over": `${base}/hand-over`,
				}}
			>
				<div data-concern={id} data-names={JSON.stringify(namesIn(props))}>
					<When is="open">
						<Keys name={otherFirst} />
						<Section title={t("What you wrote to each other")}>
							<ul class="notes" data-thread />
							<template data-text>
								<li class="note">
									<p class="note-head">
										<strong data-writer />
										<time />
									</p>
									<p class="note-text" data-words />
								</li>
							</template>
							<p data-unreadable hidden>
								{t(
									"Your keys are new: {name} has to open this page and let you read again.",
									{ name: otherFirst },
								)}
							</p>
							{status !== "closed" && <Answer name={otherFirst} />}
						</Section>
						<PassingOn {...props} />
					</When>
				</div>
			</SealedPlace>
			<Steps concern={concern} />
			<Disclosure summary={t("What happened when")}>
				<Timeline
					happenings={events.map((event) => ({
						when: formatDateTime(event.at, timeZone),
						title: eventSentence(event),
					}))}
				/>
				<p class="hint">
					{t("This record is the two of yours; it stands nowhere else.")}
				</p>
			</Disclosure>
		</Page>
	);
}

function namesIn({
	frame,
	concern,
	events,
}: ConcernPageProps): Record<string, string> {
	const { author, ombudsperson, otherFirst } = concern;
	const names: Record<string, string> = {};
	for (const { to, toName } of events)
		if (to !== null) names[to] = toName ?? "";
	for (const person of [author, ombudsperson]) names[person] = otherFirst;
	names[frame.person?.id ?? ""] = t("You");
	return names;
}

function Answer({ name }: { name: string }) {
	return (
		<form class="form" data-submits="answer" autocomplete="off">
			<TextArea
				name="words"
				label={t("Write")}
				audience={{ who: "relationship", names: [name] }}
				rows={5}
				required
			/>
			<Actions>
				<button type="submit" class="button primary">
					{t("Seal and send")}
				</button>
			</Actions>
		</form>
	);
}

function Keys({ name }: { name: string }) {
	return (
		<>
			<div data-not-sure hidden>
				<p role="alert">
					<strong>
						{t("{name} has other keys than those you met before.", { name })}
					</strong>{" "}
					{t(
						"Ask {name} in person or by phone for the six words of their keys before you go on. Your browser shows these:",
						{ name },
					)}
				</p>
				<ol class="words-to-compare" data-partner-words />
				<IslandButton does="words-same">
					{t("{name}’s words are the same", { name })}
				</IslandButton>
			</div>
			<div data-letting-read hidden>
				<p>{t("{name} has new keys and cannot read this yet.", { name })}</p>
				<IslandButton does="let-read" weight="primary">
					{t("Let {name} read", { name })}
				</IslandButton>
			</div>
		</>
	);
}

function Steps({ concern }: { concern: Concern }) {
	const { id, side, status, otherFirst } = concern;
	const state = { status, closingBy: closingSide(concern) };
	const step = (name: ConcernStep, label: string) =>
		afterStep(state, name, side) && (
			<ButtonForm action={`/concerns/${id}/step`} values={{ step: name }}>
				{label}
			</ButtonForm>
		);
	if (status === "closed") return null;
	const isOwnWord = state.closingBy === side;
	return (
		<Section title={t("How it goes on")}>
			{status === "closing" && (
				<p>
					{isOwnWord
						? t("You proposed to close it. It is closed when {name} agrees.", {
								name: otherFirst,
							})
						: t("{name} proposes to close it. It is closed when you agree.", {
								name: otherFirst,
							})}
				</p>
			)}
			<Actions>
				{step("take-up", t("I am looking at it"))}
				{step("close", t("Agree: close it"))}
				{step("go-on", isOwnWord ? t("Take that back") : t("Go on with it"))}
				{step("propose-closing", t("Propose to close it"))}
			</Actions>
		</Section>
	);
}
