import { ButtonForm } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { DateField } from "../../../ui/fields.tsx";
import { Form } from "../../../ui/form.tsx";
import { Status, type StatusKind } from "../../../ui/status.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Commitment } from "../queries/commitments.ts";

type Props = {
	commitments: readonly Commitment[];
	visitor: string;
	/** YYYY-MM-DD */
	today: string;
	/** The page to come back to. */
	from: string;
};

/** Promises, each done or moved with one tap. */
export function CommitmentList(props: Props) {
	const { commitments } = props;
	if (commitments.length === 0) return null;
	return (
		<ul class="session-list">
			{commitments.map((commitment) => (
				<li key={commitment.id}>
					<Line {...props} commitment={commitment} />
				</li>
			))}
		</ul>
	);
}

function Line({
	commitment,
	visitor,
	today,
	from,
}: Props & { readonly commitment: Commitment }) {
	const { id, words, state, moves } = commitment;
	const path = `/commitments/${id}`;
	return (
		<>
			<p>
				{words}
				<span class="hint">{peopleText(commitment, visitor)}</span>
				<Status kind={kindOf(commitment, today)}>
					{stateText(commitment, today)}
				</Status>
				{moves > 0 && state === "open" && (
					<span class="hint">
						{t("{moves, plural, one {moved once} other {moved # times}}", {
							moves,
						})}
					</span>
				)}
			</p>
			{state === "open" ? (
				<div class="commitment-tools">
					<ButtonForm
						action={`${path}/settle`}
						values={{ state: "done", from }}
					>
						{t("Done")}
						<span class="unseen">: {words}</span>
					</ButtonForm>
					<ButtonForm
						action={`${path}/move`}
						values={{ days: "7", from }}
						weight="quiet"
					>
						{t("A week later")}
						<span class="unseen">: {words}</span>
					</ButtonForm>
					<Disclosure summary={t("Something else")}>
						<Form
							action={`${path}/move`}
							id={id}
							submit={t("To this day")}
							weight="secondary"
						>
							<input type="hidden" name="from" value={from} />
							<DateField
								name="day"
								label={t("New day")}
								earliest={today}
								required
							/>
						</Form>
						<ButtonForm
							action={`${path}/settle`}
							values={{ state: "dropped", from }}
							weight="quiet"
						>
							{t("No longer worth doing")}
							<span class="unseen">: {words}</span>
						</ButtonForm>
					</Disclosure>
				</div>
			) : (
				<ButtonForm
					action={`${path}/settle`}
					values={{ state: "open", from }}
					weight="quiet"
				>
					{t("Open it again")}
					<span class="unseen">: {words}</span>
				</ButtonForm>
			)}
		</>
	);
}

function peopleText(
	{ owner, ownerName, partner, partnerName }: Commitment,
	visitor: string,
): string {
	const who = owner === visitor ? t("You") : ownerName;
	if (partner === null || partnerName === null) return who;
	return partner === visitor
		? t("{who}; you ask after it", { who })
		: t("{who}; {name} asks after it", { who, name: partnerName });
}

function stateText({ state, dueOn }: Commitment, today: string): string {
	if (state === "done") return t("done");
	if (state === "dropped") return t("dropped");
	return dueOn < today
		? t("was due on {day}", { day: formatDate(dueOn) })
		: t("by {date}", { date: formatDate(dueOn) });
}

function kindOf({ state, dueOn }: Commitment, today: string): StatusKind {
	if (state === "done") return "done";
	if (state === "dropped") return "quiet";
	return dueOn < today ? "attention" : "waiting";
}
