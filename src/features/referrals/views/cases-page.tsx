import { Actions, ButtonForm, LinkButton } from "../../../ui/button.tsx";
import { Select } from "../../../ui/choices.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { TextField } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { Section, Stack } from "../../../ui/section.tsx";
import { formatDate, formatList, t } from "../../../ui/text.ts";
import type { Case, CaseState } from "../case-queries.ts";

type Shown = Case & {
	readonly successors: readonly {
		readonly id: string;
		readonly name: string;
	}[];
};

type CasesProps = {
	frame: Frame;
	cases: readonly Shown[];
	limit: number | undefined;
	state: FormState | undefined;
	/** Which case the form was of; without it, the limit's. */
	stateOf: string | undefined;
};

/** Whom a facilitator helps. */
export function CasesPage({ frame, cases, limit, state, stateOf }: CasesProps) {
	const of = (...states: readonly CaseState[]) =>
		cases.filter((one) => states.includes(one.state));
	const waiting = of("open", "handed");
	const own = of("taken", "in-talk");
	const closed = of("closed");
	return (
		<Page
			frame={frame}
			width="measure"
			title={t("Whom you help")}
			lead={t(
				"You read that somebody asked, and nothing of what is said between people. Whoever asked decides whether the others learn of you; each of them can say no.",
			)}
		>
			<Section title={t("Who asks for help")}>
				{waiting.length === 0 ? (
					<p>{t("Nobody at the moment.")}</p>
				) : (
					<ul class="cases">
						{waiting.map((one) => (
							<WaitingCase key={one.id} one={one} />
						))}
					</ul>
				)}
			</Section>
			<Section
				title={t("Yours")}
				lead={
					limit === undefined
						? t("{count, plural, one {One case} other {# cases}}.", {
								count: own.length,
							})
						: t(
								"{count, plural, one {One case} other {# cases}}, of {limit} you take at once.",
								{ count: own.length, limit },
							)
				}
			>
				<Stack>
					{own.length === 0 ? (
						<EmptyState title={t("None yet")}>
							{t("What you take on stands here until it is closed.")}
						</EmptyState>
					) : (
						<ul class="cases">
							{own.map((one) => (
								<OwnCase
									key={one.id}
									one={one}
									state={stateOf === one.id ? state : undefined}
								/>
							))}
						</ul>
					)}
					<Disclosure
						summary={t("How many cases you take")}
						isOpen={state !== undefined && stateOf === undefined}
					>
						<Form
							action="/cases/limit"
							submit={t("Keep")}
							weight="secondary"
							state={stateOf === undefined ? state : undefined}
						>
							<TextField
								name="cases"
								label={t("At most at once")}
								hint={t("Leave it empty for no limit.")}
								audience="you-alone"
								value={limit === undefined ? "" : String(limit)}
								maxLength={2}
								size="short"
							/>
						</Form>
					</Disclosure>
				</Stack>
			</Section>
			{closed.length > 0 && (
				<Section
					title={t("Closed")}
					lead={t(
						"Over, at whose word is not kept. Ninety days later they go from here.",
					)}
				>
					<ul class="underway">
						{closed.map(({ id, name, closedAt, programName }) => (
							<li key={id}>
								{name}
								<span class="hint">
									{programName}
									{closedAt !== null && ` · ${formatDate(closedAt)}`}
								</span>
							</li>
						))}
					</ul>
				</Section>
			)}
		</Page>
	);
}

function WaitingCase({ one }: { one: Shown }) {
	return (
		<li>
			<Heading one={one} />
			{one.state === "handed" && (
				<p>
					{t("{holder} asks whether you would go on in their place.", {
						holder: one.holder,
					})}
				</p>
			)}
			<Actions>
				<ButtonForm action={`/cases/${one.id}/take`} weight="primary">
					{t("Take it on")}
				</ButtonForm>
				{one.state === "handed" && (
					<ButtonForm action={`/cases/${one.id}/refuse`}>
						{t("Not now")}
					</ButtonForm>
				)}
			</Actions>
		</li>
	);
}

function OwnCase({ one, state }: { one: Shown; state: FormState | undefined }) {
	const { id, email, firstName, others, next, nextId } = one;
	const isShared = one.state === "in-talk";
	return (
		<li>
			<Heading one={one} />
			<p>
				{isShared
					? t("All of them know of you. In talk.")
					: t("{names} does not know of you yet; {firstName} decides that.", {
							names: formatList(others.map(({ name }) => name)),
							firstName,
						})}
			</p>
			<Actions>
				<LinkButton
					href={`mailto:${[email, ...(isShared ? others.map((other) => other.email) : [])].join(",")}`}
				>
					{isShared
						? t("Write to them")
						: t("Write to {name}", { name: firstName })}
				</LinkButton>
				<ButtonForm action={`/cases/${id}/close`} weight="quiet">
					{t("Close it")}
				</ButtonForm>
			</Actions>
			{nextId !== null ? (
				<p class="hint">
					{t("You asked {next} to go on. It stays with you until they do.", {
						next,
					})}
				</p>
			) : (
				one.successors.length > 0 && (
					<Disclosure summary={t("Hand it on")} isOpen={state !== undefined}>
						<Form
							id={`hand-on-${id}`}
							action={`/cases/${id}/hand-on`}
							submit={t("Ask them to go on")}
							weight="secondary"
							state={state}
						>
							<Select
								name="to"
								label={t("To whom")}
								audience={{
									who: "office-holders",
									offices: [t("the facilitator you ask"), firstName],
								}}
								unchosen={t("Choose somebody")}
								choices={one.successors.map((other) => ({
									value: other.id,
									label: other.name,
								}))}
							/>
						</Form>
					</Disclosure>
				)
			)}
		</li>
	);
}

function Heading({
	one: { name, others, programName, askedAt },
}: {
	one: Shown;
}) {
	return (
		<>
			<h3>{name}</h3>
			<p class="hint">
				{t("Meets {names} in {program}. Asked on {day}.", {
					names: formatList(others.map((other) => other.name)),
					program: programName,
					day: formatDate(askedAt),
				})}
			</p>
		</>
	);
}
