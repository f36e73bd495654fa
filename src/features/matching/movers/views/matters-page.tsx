import { TextArea } from "../../../../ui/fields.tsx";
import { Actions, ButtonForm } from "../../../../ui/button.tsx";
import { RadioGroup } from "../../../../ui/choices.tsx";
import { Dialog } from "../../../../ui/dialog.tsx";
import { Disclosure } from "../../../../ui/disclosure.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Form, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { Section } from "../../../../ui/section.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Timeline } from "../../../../ui/timeline.tsx";
import { formatDate, formatRelative, t } from "../../../../ui/text.ts";
import type { Standing } from "../../../programs/standing.ts";
import {
	parentOf,
	ProgramTabs,
} from "../../../programs/views/program-tabs.tsx";
import { matterDetail, matterTitle, settledWords } from "../words.ts";
import type {
	Matter,
	openRound,
	settledMatters,
	takeoversAsked,
} from "../queries.ts";

type Props = {
	frame: Frame;
	standing: Standing;
	matters: readonly Matter[];
	asked: Awaited<ReturnType<typeof takeoversAsked>>;
	settled: Awaited<ReturnType<typeof settledMatters>>;
	round: Awaited<ReturnType<typeof openRound>>;
	again: { readonly matter: string; readonly state: FormState } | undefined;
};

/** What has changed under the pairs, each with what can be done about it. */
export function MattersPage(props: Props) {
	const { frame, standing, matters, asked, settled } = props;
	const needing = matters.filter(({ kind }) => kind !== "waiting");
	return (
		<Page
			frame={frame}
			title={t("Which pairs need a look")}
			lead={t(
				"Baton looks at every pair each morning, and whenever people change. The two themselves are told nothing before you decide.",
			)}
			parent={parentOf(standing.program)}
		>
			<ProgramTabs standing={standing} current="rounds" />
			{needing.length === 0 && asked.length === 0 && (
				<EmptyState title={t("Every pair is as it should be")}>
					{t(
						"When a mentee comes to report to their mentor, a mentor leaves or pauses, a pair breaks a rule, or somebody joins late, it stands here the same day.",
					)}
				</EmptyState>
			)}
			{needing.map((matter) => (
				<MatterSection key={matter.id} matter={matter} props={props} />
			))}
			{asked.length > 0 && (
				<Section
					title={t("Somebody else is asked")}
					lead={t(
						"Until both have said yes the pair goes on. If it comes to nothing, it stands here again.",
					)}
					layout="beside"
				>
					<ul>
						{asked.map(({ id, mentee, mentor, answerBy }) => (
							<li key={id}>
								{t("{mentor} for {mentee}, until {day}", {
									mentor,
									mentee,
									day: answerBy === null ? "" : formatDate(answerBy),
								})}
							</li>
						))}
					</ul>
				</Section>
			)}
			<WaitingSection
				waiting={matters.filter(({ kind }) => kind === "waiting")}
			/>
			{settled.length > 0 && (
				<Section title={t("Decided before")} layout="beside">
					<Timeline
						happenings={settled.map((one) => ({
							when: one.at === null ? "" : formatDate(one.at),
							title: settledWords(one),
							...(one.reason && { text: one.reason }),
						}))}
					/>
				</Section>
			)}
		</Page>
	);
}

function MatterSection({ matter, props }: { matter: Matter; props: Props }) {
	const { frame, standing, round } = props;
	const base = `/programs/${standing.program.id}/changes/${matter.id}`;
	return (
		<Section
			title={matterTitle(matter)}
			lead={t("Noticed {when}.", {
				when: formatRelative(matter.noticedAt, frame.now),
			})}
			layout="beside"
		>
			<p>{matterDetail(matter)}</p>
			{standing.manages && round !== undefined && (
				<p class="hint">
					{t(
						"Round {number} is being worked on: whoever is free is part of it, so nobody is proposed from here.",
						{ number: round.number },
					)}
				</p>
			)}
			{standing.manages && (
				<Actions>
					{round === undefined && (
						<Suggestions matter={matter} base={base} again={props.again} />
					)}
					{matter.isRunning && <End matter={matter} base={base} />}
				</Actions>
			)}
			{matter.isRunning && <Keep matter={matter} base={base} props={props} />}
		</Section>
	);
}

function Suggestions({
	matter,
	base,
	again,
}: {
	matter: Matter;
	base: string;
	again: Props["again"];
}) {
	const { id, mentee, suggested, isRunning } = matter;
	if (suggested.length === 0)
		return (
			<p class="hint">
				{t("No mentor with a free place fits {mentee} at present.", { mentee })}
			</p>
		);
	const state =
		again?.matter === id && again.state.values["reason"] === undefined
			? again.state
			: undefined;
	const words = isRunning ? t("Ask somebody else") : t("Propose a mentor");
	return (
		<Dialog
			id={`hand-over-${id}`}
			title={t("Who is proposed to {mentee}?", { mentee })}
			opener={words}
			isOpen={state !== undefined}
		>
			<p>
				{isRunning
					? t(
							"Whoever you choose is asked first, then {mentee}. With two yeses the relationship with {mentor} ends without fault and the new one begins, at once. Until then, and if it comes to nothing, everything stays as it is; at whose word, nobody learns.",
							{ mentee, mentor: matter.mentor },
						)
					: t("Both are asked; two yeses make a relationship.")}
			</p>
			<Form
				id={`propose-${id}`}
				action={`${base}/propose`}
				submit={words}
				state={state}
			>
				<RadioGroup
					name="mentor"
					label={t("Best for {mentee} among mentors with a free place", {
						mentee,
					})}
					choices={suggested.map((mentor, place) => ({
						value: mentor.id,
						label: mentor.name,
						...(place === 0 && { hint: t("best for all who need somebody") }),
					}))}
					value={suggested[0]?.id}
					required
				/>
			</Form>
		</Dialog>
	);
}

function End({ matter, base }: { matter: Matter; base: string }) {
	const { id, mentee, mentor } = matter;
	return (
		<Dialog
			id={`end-${id}`}
			title={t("End the relationship of {mentee} and {mentor}?", {
				mentee,
				mentor,
			})}
			opener={t("End it without fault")}
			weight="quiet"
		>
			<p>
				{t(
					"Both read the same words, and no reason. {mentee} is free for the next round or proposal. It cannot be taken back.",
					{ mentee },
				)}
			</p>
			<ButtonForm action={`${base}/end`} weight="danger">
				{t("End it now")}
			</ButtonForm>
		</Dialog>
	);
}

function WaitingSection({ waiting }: { waiting: readonly Matter[] }) {
	if (waiting.length === 0) return null;
	return (
		<Section
			title={t("Who waits for a place")}
			lead={t(
				"No mentor has a free place. One more place at one of these would serve the first on the waiting list best.",
			)}
		>
			<Table
				caption={t("The waiting list with its nearest change")}
				captionUnseen
				rows={waiting}
				rowKey={({ id }) => id}
				columns={[
					{
						key: "mentee",
						label: t("Waits"),
						cell: ({ menteeId, mentee }) => (
							<a href={`/people/${menteeId}`}>{mentee}</a>
						),
					},
					{
						key: "change",
						label: t("Nearest change"),
						cell: ({ suggested }) =>
							suggested.length === 0
								? t("No mentor fits under the rules.")
								: t("One more place at {mentors}", {
										mentors: suggested.map(({ name }) => name).join(" / "),
									}),
					},
				]}
			/>
		</Section>
	);
}

function Keep({
	matter,
	base,
	props: { again },
}: {
	matter: Matter;
	base: string;
	props: Props;
}) {
	const isAgain = again?.matter === matter.id;
	return (
		<Disclosure summary={t("Keep the pair despite it")} isOpen={isAgain}>
			<Form
				id={`keep-${matter.id}`}
				action={`${base}/keep`}
				submit={t("Keep the pair")}
				weight="secondary"
				state={isAgain ? again.state : undefined}
			>
				<TextArea
					name="reason"
					label={t("Why is it right to keep it?")}
					hint={t("One sentence. It is kept with the decision and your name.")}
					audience={{
						who: "office-holders",
						offices: [t("the program manager"), t("the committee")],
					}}
					rows={2}
					maxLength={500}
					required
				/>
			</Form>
		</Disclosure>
	);
}
