import type { LotteryRecord } from "../../../domain/programs/lottery-record.ts";
import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { KeyFigure, KeyFigures } from "../../../ui/key-figure.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, formatNumber, t } from "../../../ui/text.ts";
import { drawnSentence } from "../lottery-letters.ts";
import type { listFigures, Lottery, OwnEntry } from "../queries/lottery.ts";
import type { Standing } from "../standing.ts";
import { LotteryProof } from "./lottery-proof.tsx";
import { parentOf, ProgramTabs } from "./program-tabs.tsx";

type Props = {
	frame: Frame;
	standing: Standing;
	lottery: Lottery;
	figures: Awaited<ReturnType<typeof listFigures>>;
	own: OwnEntry | undefined;
	record: LotteryRecord | undefined;
	/** Whether the visitor may enter the public text. */
	mayDraw: boolean;
	state: FormState | undefined;
};

/** Who gets the places: how it is decided, one's own number, and how anyone checks it. */
export function LotteryPage(props: Props) {
	const { frame, standing, lottery, record } = props;
	const { program } = standing;
	return (
		<Page
			frame={frame}
			title={titleOf(lottery)}
			lead={leadOf(lottery)}
			parent={parentOf(program)}
			action={
				record && (
					<LinkButton href={`/programs/${program.id}/lottery.json`} download>
						{t("Download the record")}
					</LinkButton>
				)
			}
		>
			<ProgramTabs standing={standing} current="people" />
			<BeaconNote {...props} />
			<Own {...props} />
			<Section title={t("Places and chances")}>
				<Figures {...props} />
			</Section>
			<Acting {...props} />
			<LotteryProof
				lottery={lottery}
				number={props.own?.number}
				record={record}
			/>
		</Page>
	);
}

function titleOf({ stage }: Lottery): string {
	return stage === "drawn" ? t("Who was drawn") : t("Places are drawn by lot");
}

function leadOf({ stage, closesOn, takesBeacon, drawnAt }: Lottery): string {
	switch (stage) {
		case "open":
			return t(
				"The list is open until the end of {date}. Then everyone on it has the same chance.",
				{ date: formatDate(closesOn) },
			);
		case "closed":
			return takesBeacon
				? t("The list is frozen. The draw waits for a public text.")
				: t("The list is frozen.");
		case "drawn":
			return t(
				"The draw was made on {date}. It follows from the seed and the list, and cannot be undone or repeated.",
				{ date: drawnAt === null ? "" : formatDate(drawnAt) },
			);
	}
}

function Figures({ lottery, figures }: Props) {
	const chance = Math.min(1, lottery.places / Math.max(1, figures.listed));
	return (
		<KeyFigures>
			<KeyFigure
				value={formatNumber(lottery.places)}
				label={t(
					"{places, plural, one {place is drawn} other {places are drawn}}",
					{ places: lottery.places },
				)}
			/>
			<KeyFigure
				value={formatNumber(figures.listed)}
				label={t("{listed, plural, one {person} other {people}} on the list", {
					listed: figures.listed,
				})}
				note={
					lottery.stage === "open" && figures.unanswered > 0
						? t(
								"{count, plural, one {one invited person has} other {# invited people have}} not answered",
								{ count: figures.unanswered },
							)
						: t("under numbers, not names")
				}
			/>
			{figures.listed > 0 && (
				<KeyFigure
					value={t("{chance, number, percent}", { chance })}
					label={
						lottery.stage === "open"
							? t("chance of each, as things stand")
							: t("chance of each")
					}
					note={
						lottery.sharedBy === null
							? t("one draw among all")
							: t("to less than one place in each group")
					}
				/>
			)}
		</KeyFigures>
	);
}

/** What nobody could know beforehand; or, said plainly, who could have. */
function BeaconNote({ lottery }: Props) {
	const { takesBeacon, beaconSource, stage } = lottery;
	if (!takesBeacon)
		return (
			<p class="lottery-note">
				{t(
					"Drawn without a public text: the seed was fixed at the opening, but whoever has access to the server could have read it while the list was still open.",
				)}
			</p>
		);
	if (beaconSource === null) return null;
	return (
		<p class="lottery-note">
			{stage === "drawn"
				? t(
						"The public text was announced at the opening: {source}. Compare it with the one entered.",
						{ source: beaconSource },
					)
				: t(
						"The draw waits for a public text, announced at the opening: {source}. Until it is published nobody can know the draw, not even whoever runs the server.",
						{ source: beaconSource },
					)}
		</p>
	);
}

function Own({ own, lottery }: Props) {
	if (own === undefined) return null;
	const { number, rank, outcome } = own;
	return (
		<Section title={t("Your number is {number}", { number })} layout="beside">
			<p>
				{rank === null || outcome === null
					? t(
							"It stands for you in everything that is published. Nobody is shown whose number it is but you and those who run or oversee the program.",
						)
					: drawnSentence({ number, rank, outcome })}
			</p>
			{lottery.stage === "open" && (
				<p class="hint">
					{t("You may withdraw at any time, without a reason.")}
				</p>
			)}
		</Section>
	);
}

/** What those who run or oversee the program can do at this point. */
function Acting({ standing, lottery, figures, mayDraw, state }: Props) {
	const base = `/programs/${standing.program.id}/lottery`;
	if (lottery.stage === "closed" && mayDraw)
		return (
			<Section title={t("The public text")} layout="beside">
				<Form
					action={`${base}/beacon`}
					submit={t("Enter it and draw")}
					state={state}
				>
					<TextField
						name="beacon"
						label={t("A text nobody could know before the list was closed")}
						hint={t(
							"As it was announced, to the letter. It is published with the draw; entering it makes the draw, which cannot be undone.",
						)}
						maxLength={200}
						required
					/>
				</Form>
			</Section>
		);
	if (
		lottery.stage !== "open" ||
		!standing.manages ||
		figures.unanswered > 0 ||
		figures.listed === 0
	)
		return null;
	return (
		<Section title={t("Everyone has answered")} layout="beside">
			<p>
				{t(
					"Nobody who was invited still has to answer, so the list may close before its last day.",
				)}
			</p>
			<Actions>
				<Dialog
					id="close-list"
					title={t("Close the list now?")}
					opener={t("Close the list and draw")}
				>
					<p>
						{lottery.takesBeacon
							? t(
									"Nobody can come on the list afterwards. The draw waits for the public text.",
								)
							: t(
									"The draw is made at once, and everyone on the list hears. It cannot be undone.",
								)}
					</p>
					<ButtonForm action={`${base}/close`} weight="primary">
						{t("Close it now")}
					</ButtonForm>
				</Dialog>
			</Actions>
		</Section>
	);
}
