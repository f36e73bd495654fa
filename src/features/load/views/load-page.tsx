import { Audience } from "../../../ui/audience.tsx";
import { Actions, ButtonForm } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { NumberField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { KeyFigure, KeyFigures } from "../../../ui/key-figure.tsx";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { Table } from "../../../ui/table.tsx";
import { formatDate, formatNumber, t } from "../../../ui/text.ts";
import type { Rhythm } from "../../../domain/relationships/load.ts";
import { pauses } from "../../matching/reply/forms.ts";
import type { Carried } from "../queries.ts";

type LoadPageProps = {
	frame: Frame;
	carried: readonly Carried[];
	/** How many mentees at most over all programs, as they said. */
	capacity: number | null;
	/** Hours a month over all programs, as they said. */
	mostHours: number | null;
	pausedUntil: string | null;
	state: FormState | undefined;
};

export function LoadPage({
	frame,
	carried,
	capacity,
	mostHours,
	pausedUntil,
	state,
}: LoadPageProps) {
	const minutes = carried.reduce((sum, one) => sum + one.minutes, 0);
	const mentees = carried.filter(({ side }) => side === "mentor").length;
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("What mentoring takes of your time")}
			parent={{ label: t("About you"), href: "/me" }}
			lead={t(
				"Over all programs: your sessions in their rhythm, and a quarter of an hour to prepare each.",
			)}
		>
			{carried.length === 0 ? (
				<EmptyState title={t("Nothing yet")}>
					{t("Once you meet somebody, it stands here what that takes.")}
				</EmptyState>
			) : (
				<Stack>
					<KeyFigures>
						<KeyFigure
							value={
								mostHours === null
									? hoursOf(minutes)
									: `${hoursOf(minutes)} / ${mostHours}`
							}
							label={
								mostHours === null
									? t("hours a month")
									: t("hours a month, of those you give at most")
							}
							tone={
								mostHours !== null && minutes > 60 * mostHours
									? "attention"
									: "plain"
							}
							note={t(
								"{count, plural, one {one relationship} other {# relationships}}",
								{ count: carried.length },
							)}
						/>
						{capacity !== null && (
							<KeyFigure
								value={`${mentees} / ${capacity}`}
								label={t("mentees, of those you have room for")}
								tone={mentees > capacity ? "attention" : "plain"}
							/>
						)}
					</KeyFigures>
					<Table
						caption={t("What each takes")}
						captionUnseen
						rows={carried}
						rowKey={({ id }) => id}
						columns={[
							{
								key: "who",
								label: t("With"),
								cell: ({ id, partner, side }) => (
									<>
										<a href={`/relationships/${id}`}>{partner}</a>
										{side === "facilitator" && (
											<small>{t("You facilitate.")}</small>
										)}
									</>
								),
							},
							{
								key: "program",
								label: t("Program"),
								cell: ({ program }) => program,
							},
							{
								key: "rhythm",
								label: t("Rhythm"),
								cell: ({ rhythm, isChosen }) =>
									isChosen
										? rhythmText(rhythm)
										: t("{rhythm}, as the program suggests", {
												rhythm: rhythmText(rhythm),
											}),
							},
							{
								key: "hours",
								label: t("Hours a month"),
								kind: "number",
								cell: (one) => hoursOf(one.minutes),
							},
						]}
					/>
				</Stack>
			)}
			<Limit mostHours={mostHours} state={state} />
			<Pause pausedUntil={pausedUntil} />
		</Page>
	);
}

function Limit({
	mostHours,
	state,
}: Pick<LoadPageProps, "mostHours" | "state">) {
	return (
		<Section
			title={t("How much you give at most")}
			lead={t(
				"Over all programs. No round, no late joiner and no hand-over takes you beyond it. Whom you meet now you go on meeting.",
			)}
		>
			<Form
				action="/me/load/limit"
				submit={t("Keep this limit")}
				weight="secondary"
				state={state}
			>
				<NumberField
					name="hours"
					label={t("Hours a month")}
					hint={t("Leave it empty for no limit.")}
					audience="organisation"
					value={mostHours ?? undefined}
					least={0}
					most={60}
				/>
			</Form>
		</Section>
	);
}

function Pause({ pausedUntil }: Pick<LoadPageProps, "pausedUntil">) {
	return (
		<Section
			title={
				pausedUntil === null
					? t("Take a pause")
					: t("You pause until {day}", { day: formatDate(pausedUntil) })
			}
			lead={t(
				"Nobody new is proposed to you meanwhile, in any program. Whom you meet now you go on meeting.",
			)}
		>
			<Audience of="organisation" />
			<Actions>
				{pausedUntil === null ? (
					pauses.map((months) => (
						<ButtonForm
							key={months}
							action="/me/load/pause"
							values={{ pause: months }}
						>
							{t("{months, plural, one {One month} other {# months}}", {
								months: Number(months),
							})}
						</ButtonForm>
					))
				) : (
					<ButtonForm action="/me/load/pause" values={{ pause: "end" }}>
						{t("End the pause")}
					</ButtonForm>
				)}
			</Actions>
		</Section>
	);
}

function hoursOf(minutes: number): string {
	return formatNumber(minutes / 60, 1);
}

function rhythmText({ unit, every, minutes }: Rhythm): string {
	switch (unit) {
		case "week":
			return t(
				"{minutes} minutes every {every, plural, one {week} other {# weeks}}",
				{ minutes, every },
			);
		case "month":
			return t(
				"{minutes} minutes every {every, plural, one {month} other {# months}}",
				{ minutes, every },
			);
		case "own":
			return t("{minutes} minutes, when it suits both", { minutes });
	}
}
