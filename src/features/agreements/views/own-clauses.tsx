import { Actions, ButtonForm } from "../../../ui/button.tsx";
import { TextArea } from "../../../ui/fields.tsx";
import { Form, type FormState } from "../../../ui/form.tsx";
import { Section } from "../../../ui/section.tsx";
import { Status } from "../../../ui/status.tsx";
import { formatList, t } from "../../../ui/text.ts";
import type { OwnClause } from "../clauses.ts";
import { longestClause } from "../../../domain/relationships/agreement.ts";
import type { PromisingPair } from "../queries.ts";

type OwnClausesProps = {
	pair: PromisingPair;
	visitor: string;
	clauses: readonly OwnClause[];
	others: readonly string[];
	state?: FormState | undefined;
};

/** Promises of the members' own. Nobody outside the relationship reads them. */
export function OwnClauses(props: OwnClausesProps) {
	const { pair, clauses, others, state } = props;
	const isRunning = pair.endedAt === null;
	if (!isRunning && clauses.length === 0) return null;
	return (
		<Section
			title={t("In your own words")}
			lead={t(
				"What only you promise each other: a rhythm, a word that means “stop”, whose office. It holds when everyone has accepted it.",
			)}
			id="own"
		>
			{clauses.map((clause) => (
				<Clause key={clause.id} clause={clause} {...props} />
			))}
			{isRunning && (
				<Form
					action={`/relationships/${pair.id}/clauses`}
					submit={t("Propose this")}
					weight="secondary"
					state={state}
					id="own-clause"
				>
					<TextArea
						name="words"
						label={t("A promise of your own")}
						audience={{ who: "relationship", names: others }}
						maxLength={longestClause}
						rows={2}
						required
					/>
				</Form>
			)}
		</Section>
	);
}

function Clause({
	clause,
	pair,
	visitor,
}: OwnClausesProps & { clause: OwnClause }) {
	const base = `/relationships/${pair.id}/clauses/${clause.id}`;
	const isAsked = clause.missing.includes(visitor);
	return (
		<div class="own-clause">
			<p>{clause.words}</p>
			{clause.missing.length === 0 ? (
				<Status kind="done">{t("Accepted by all of you")}</Status>
			) : (
				<Status kind="waiting">
					{isAsked
						? t("Proposed by {name}, for you to accept", {
								name: pair.names.get(clause.author)?.first ?? "",
							})
						: t("Still to accept: {names}", {
								names: formatList(
									clause.missing.map(
										(person) => pair.names.get(person)?.first ?? "",
									),
								),
							})}
				</Status>
			)}
			{pair.endedAt === null && (
				<Actions>
					{isAsked && (
						<ButtonForm action={`${base}/accept`}>{t("Accept")}</ButtonForm>
					)}
					<ButtonForm action={`${base}/take-out`} weight="quiet">
						{isAsked ? t("Not this") : t("Take it out")}
					</ButtonForm>
				</Actions>
			)}
		</div>
	);
}
