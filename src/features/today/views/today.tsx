import { ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section } from "../../../ui/section.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Underway, Waiting } from "../queries.ts";

/** What waits, with what can be done about it here; beneath it what goes on. */
export function TodayPage({
	frame,
	waiting,
	underway,
}: {
	frame: Frame;
	waiting: readonly Waiting[];
	underway: readonly Underway[];
}) {
	const minutes = waiting.reduce((sum, each) => sum + each.minutes, 0);
	return (
		<Page
			frame={frame}
			title={
				waiting.length === 0
					? t("Nothing waits for you today")
					: t("What waits for you today")
			}
			lead={
				waiting.length > 0
					? t(
							"{count, plural, one {One thing} other {# things}}, about {minutes, plural, one {one minute} other {# minutes}} in all.",
							{ count: waiting.length, minutes },
						)
					: t(
							"Invitations, proposals and whatever else needs you will stand here, each with the time it takes.",
						)
			}
			width="measure"
		>
			{waiting.length > 0 && (
				<ol class="waiting">
					{waiting.map((each) => (
						<WaitingLine waiting={each} />
					))}
				</ol>
			)}
			{underway.length > 0 && (
				<Section title={t("What goes on")}>
					<ul class="underway">
						{underway.map(({ title, detail, href }) => (
							<li key={href}>
								<a href={href}>{title}</a>
								<span class="hint">{detail}</span>
							</li>
						))}
					</ul>
				</Section>
			)}
			{waiting.length === 0 && underway.length === 0 && (
				<EmptyState
					title={t("No program has begun for you yet")}
					action={
						<LinkButton href="/me/offers">
							{t("Say what you offer and seek")}
						</LinkButton>
					}
				>
					{t(
						"What you say about yourself is what proposals are made from, whenever one begins.",
					)}
				</EmptyState>
			)}
		</Page>
	);
}

function WaitingLine({ waiting }: { waiting: Waiting }) {
	const { title, detail, minutes, by, href, label, answers = [] } = waiting;
	const isEven = waiting.isEven === true;
	return (
		<li>
			<div>
				<h2>{answers.length === 0 ? title : <a href={href}>{title}</a>}</h2>
				{detail !== undefined && <p>{detail}</p>}
				<p class="hint">
					{t("about {minutes, plural, one {one minute} other {# minutes}}", {
						minutes,
					})}
					{by !== undefined && ` · ${t("by {date}", { date: formatDate(by) })}`}
				</p>
			</div>
			{answers.length === 0 ? (
				<LinkButton href={href}>{label}</LinkButton>
			) : (
				<div class={isEven ? "actions even" : "actions"}>
					{answers.map((answer, place) => (
						<ButtonForm
							key={answer.label}
							action={answer.action}
							values={answer.values}
							weight={place === 0 && !isEven ? "primary" : "secondary"}
						>
							{answer.label}
						</ButtonForm>
					))}
				</div>
			)}
		</li>
	);
}
