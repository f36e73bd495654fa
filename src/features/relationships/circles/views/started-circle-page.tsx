import {
	circleSize,
	freeSeats,
} from "../../../../domain/relationships/circle.ts";
import { Actions, ButtonForm } from "../../../../ui/button.tsx";
import { Disclosure } from "../../../../ui/disclosure.tsx";
import { Form, type FormState } from "../../../../ui/form.tsx";
import type { Frame } from "../../../../ui/frame.ts";
import { Page } from "../../../../ui/page.tsx";
import { PeoplePicker } from "../../../../ui/people-picker.tsx";
import { PersonLine } from "../../../../ui/person-line.tsx";
import { Section } from "../../../../ui/section.tsx";
import { Status } from "../../../../ui/status.tsx";
import { t } from "../../../../ui/text.ts";
import type { Choosing } from "../choosing.ts";
import type { Circle, Seat } from "../queries.ts";
import { rhythmText } from "../words.ts";
import type { CircleStanding } from "../standing.ts";
import { CircleStatus } from "./circles-page.tsx";
import { FacilitatorField, type Named } from "./new-circle-page.tsx";

/** One circle, for whoever runs the program: who is asked and what they said. */
export function StartedCirclePage({
	frame,
	standing,
	circle,
	choosing: { chosen, found },
	facilitators,
	state,
}: {
	frame: Frame;
	standing: CircleStanding;
	circle: Circle;
	choosing: Choosing;
	facilitators: readonly Named[];
	state?: FormState | undefined;
}) {
	const base = `/programs/${standing.program.id}/circles`;
	const path = `${base}/${circle.id}`;
	const room = freeSeats(circle.seats);
	const isLed = circle.seats.some(
		({ side, answer }) => side === "facilitator" && answer !== "no",
	);
	const seated = new Map(
		circle.seats
			.filter(({ answer }) => answer !== "no")
			.map(({ person }) => [person, t("is asked already")]),
	);
	return (
		<Page
			frame={frame}
			width="measure"
			title={circle.name}
			parent={{
				label: t("Circles of {program}", { program: standing.program.name }),
				href: base,
			}}
			lead={circle.theme}
		>
			<p>
				<CircleStatus circle={circle} /> {rhythmText(circle)}
			</p>
			<Section
				title={t("Who is asked")}
				lead={
					circle.relationship === null
						? t(
								"It begins once the facilitator and {count} others have said yes.",
								{ count: circleSize.fewest },
							)
						: undefined
				}
			>
				{circle.seats.map((seat) => (
					<PersonLine
						key={seat.person}
						name={seat.name}
						href={`/people/${seat.person}`}
						title={seat.title ?? undefined}
						place={seat.function ?? undefined}
					>
						{seat.side === "facilitator" && <small>{t("facilitates")}</small>}{" "}
						<SeatStatus seat={seat} />
					</PersonLine>
				))}
			</Section>
			{circle.endedAt === null && (
				<>
					{(room > 0 || !isLed) && (
						<Section title={t("Ask more")}>
							<Disclosure
								summary={t("There is room for {count} more.", { count: room })}
								isOpen={state !== undefined}
							>
								<Form
									action={`${path}/ask`}
									submit={t("Ask them")}
									state={state}
								>
									<PeoplePicker
										name="people"
										label={t("Whom you ask")}
										action={`${path}/choose`}
										chosen={chosen}
										found={found}
										taken={seated}
									/>
									{!isLed && (
										<FacilitatorField
											chosen={chosen}
											facilitators={facilitators}
										/>
									)}
								</Form>
							</Disclosure>
						</Section>
					)}
					<Section title={t("When it is time to end")}>
						<p>
							{t(
								"Each of them can leave at any time, without a reason and without a mark. You can end it for all; their sessions to come are cancelled.",
							)}
						</p>
						<Actions>
							<ButtonForm action={`${path}/end`} weight="danger">
								{t("End this circle")}
							</ButtonForm>
						</Actions>
					</Section>
				</>
			)}
		</Page>
	);
}

function SeatStatus({ seat: { answer } }: { seat: Seat }) {
	if (answer === null)
		return <Status kind="waiting">{t("no answer yet")}</Status>;
	return answer === "yes" ? (
		<Status kind="done">{t("yes")}</Status>
	) : (
		<Status kind="quiet">{t("not this time")}</Status>
	);
}
