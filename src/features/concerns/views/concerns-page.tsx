import { LinkButton } from "../../../ui/button.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { PersonLine } from "../../../ui/person-line.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Concern, Ombudsperson } from "../queries.ts";
import { NobodyWithKeys } from "./nobody-with-keys.tsx";
import { deadlineSentence, statusKind, statusName } from "../words.ts";

/** The same page for everyone: opening it says nothing about anybody. */
export function ConcernsPage({
	frame,
	concerns,
	ombudspersons,
	today,
}: {
	frame: Frame;
	concerns: readonly Concern[];
	ombudspersons: readonly Ombudsperson[];
	today: string;
}) {
	const entrusted = concerns.filter(({ side }) => side === "ombudsperson");
	const own = concerns.filter(({ side }) => side === "author");
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("When something is not right")}
			lead={t(
				"You can take it to an ombudsperson of your choice, in confidence. Your manager, the people who run the program and the administration do not learn of it.",
			)}
		>
			{entrusted.length > 0 && (
				<Section title={t("Entrusted to you")}>
					{entrusted.map((one) => (
						<ConcernLine key={one.id} concern={one} today={today} />
					))}
				</Section>
			)}
			{own.length > 0 && (
				<Section title={t("What you have raised")}>
					{own.map((one) => (
						<ConcernLine key={one.id} concern={one} today={today} />
					))}
				</Section>
			)}
			<Section title={t("Whom you can turn to")}>
				{ombudspersons.length === 0 ? (
					<p>
						{t(
							"Nobody yet who stands outside your line and runs no program of yours. The administration can entrust somebody; asking for that says nothing about why.",
						)}{" "}
						<a href="/administration/offices">
							{t("Who is entrusted with what")}
						</a>
					</p>
				) : (
					<>
						{ombudspersons.map(({ id, name, title, location, hasKeys }) => (
							<PersonLine
								key={id}
								name={name}
								href={`/people/${id}`}
								title={title ?? undefined}
								place={location ?? undefined}
							>
								{!hasKeys && (
									<span class="hint">{t("Only in person so far")}</span>
								)}
							</PersonLine>
						))}
						<p class="hint">
							{t(
								"None of them is in your line, above or below you, runs a program you are in, or is in a mentoring relationship with you.",
							)}
						</p>
						{ombudspersons.some(({ hasKeys }) => hasKeys) ? (
							<LinkButton weight="primary" href="/concerns/new">
								{t("Raise a concern")}
							</LinkButton>
						) : (
							<NobodyWithKeys ombudspersons={ombudspersons} />
						)}
					</>
				)}
			</Section>
			<WhoLearnsWhat />
		</Page>
	);
}

function ConcernLine({ concern, today }: { concern: Concern; today: string }) {
	return (
		<p class="concern-line">
			<a href={`/concerns/${concern.id}`}>
				{concern.side === "author"
					? t("With {name}, since {date}", {
							name: concern.other,
							date: formatDate(concern.raisedAt),
						})
					: t("From {name}, since {date}", {
							name: concern.other,
							date: formatDate(concern.raisedAt),
						})}
			</a>
			<Status kind={statusKind(concern, today)}>{statusName(concern)}</Status>
			<span class="hint">{deadlineSentence(concern)}</span>
		</p>
	);
}

function WhoLearnsWhat() {
	return (
		<Section title={t("Who learns what")}>
			<ul>
				<li>
					{t(
						"What you write is sealed in your browser. Only you and the ombudsperson you choose can read it; not those who run Baton either.",
					)}
				</li>
				<li>
					{t(
						"That there is a concern stands on no page, in no count, no mail and no journal that anybody else reads.",
					)}
				</li>
				<li>
					{t(
						"The ombudsperson sees your name. Somebody who has the database itself could see that the two of you write to each other, and when, but not what.",
					)}
				</li>
				<li>
					{t(
						"They give it to nobody without you. It is closed when both of you agree.",
					)}
				</li>
				<li>
					{t(
						"Are you or is somebody else in danger, call for help: this page is no emergency line.",
					)}
				</li>
			</ul>
		</Section>
	);
}
