import type { ComponentChildren } from "preact";
import type { PlaceRequest } from "../queries/places.ts";
import { Button, ButtonForm } from "../../../ui/button.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Board } from "../queries/board.ts";
import { nearestMentor } from "../unmatched-change.ts";

type RemediesProps = {
	board: Board;
	name: (id: string) => string;
	base: string;
	hidden: () => ComponentChildren;
	canDecide: boolean;
};

/** Where one more place would help: once for each mentor, however many people it would help. Tried out first, or asked for straight away. */
export function Remedies({
	board,
	name,
	base,
	hidden,
	canDecide,
}: RemediesProps) {
	if (!canDecide) return null;
	const helped = Map.groupBy(
		board.unmatched.flatMap(({ person, side, reason }) => {
			const mentor = side === "mentee" ? nearestMentor(reason) : undefined;
			return mentor === undefined ? [] : [{ person, mentor }];
		}),
		({ mentor }) => mentor,
	);
	const mentors = new Set([
		...[...helped]
			.toSorted(([, a], [, b]) => b.length - a.length)
			.map(([mentor]) => mentor),
		...board.supposed.keys(),
		...board.requests.map(({ mentor }) => mentor),
	]);
	if (mentors.size === 0) return null;
	return (
		<ul class="remedies">
			{[...mentors].map((mentor) => (
				<li key={mentor}>
					<p>
						{sentence(
							name(mentor),
							(helped.get(mentor) ?? []).map(({ person }) => name(person)),
						)}
					</p>
					<Remedy
						mentor={mentor}
						props={{ board, name, base, hidden, canDecide }}
					/>
				</li>
			))}
		</ul>
	);
}

function sentence(mentor: string, helped: readonly string[]): string {
	if (helped.length === 0) return mentor;
	return helped.length === 1
		? t("One more place at {mentor} would help {mentee}.", {
				mentor,
				mentee: helped[0] ?? "",
			})
		: t("One more place at {mentor} would help one of {count}.", {
				mentor,
				count: helped.length,
			});
}

function Remedy({
	mentor,
	props: { board, name, base, hidden },
}: {
	mentor: string;
	props: RemediesProps;
}) {
	const supposed = board.supposed.get(mentor) ?? 0;
	const request = board.requests.find((one) => one.mentor === mentor);
	return (
		<div class="actions">
			<form class="button-form" method="post" action={`${base}/decisions`}>
				{hidden()}
				<Button
					weight="quiet"
					name="place"
					value={`${mentor} ${supposed === 0 ? 1 : 0}`}
				>
					{supposed === 0
						? t("Try it: one more place")
						: t("Without the supposed place")}
					<span class="unseen"> {name(mentor)}</span>
				</Button>
			</form>
			{request === undefined ? (
				<ButtonForm
					action={`${base}/places`}
					values={{ mentor }}
					weight="secondary"
				>
					{t("Ask {name} for one more place", { name: name(mentor) })}
				</ButtonForm>
			) : (
				<p class="hint">{answerText(request)}</p>
			)}
		</div>
	);
}

function answerText({ answer, answerBy, isOver }: PlaceRequest): string {
	if (answer === null && isOver)
		return t(
			"Asked until {day}, and the day is over: ask somebody else. An answer would still count.",
			{ day: formatDate(answerBy) },
		);
	if (answer === null)
		return t("Asked until {day}. The answer comes here.", {
			day: formatDate(answerBy),
		});
	return answer === "yes"
		? t("Said yes: there is one more place.")
		: t("Said that it does not fit now.");
}
