import type { ComponentChildren } from "preact";
import { Button } from "../../../ui/button.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { t } from "../../../ui/text.ts";
import { mentorKindName } from "../mentor-kinds.ts";
import { kindsOf } from "../policy-document.ts";
import type { Board } from "../queries/board.ts";
import { reasonSentences } from "../unmatched-reason.ts";
import { Remedies } from "./remedies.tsx";

/** Whoever has nobody, with the reason and the nearest change that would help. */
export function UnmatchedSide({
	board,
	name,
	...remedies
}: {
	board: Board;
	name: (id: string) => string;
	base: string;
	hidden: () => ComponentChildren;
	canDecide: boolean;
}) {
	const kinds = kindsOf(board.round.policy).map((kind) => kind.name);
	const mentees = board.unmatched
		.filter(({ side }) => side === "mentee")
		.toSorted(
			(a, b) => kinds.indexOf(a.mentorKind) - kinds.indexOf(b.mentorKind),
		);
	const mentors = board.unmatched.filter(({ side }) => side === "mentor");
	return (
		<>
			<section class="side-part" aria-labelledby="without-mentor">
				<h2 id="without-mentor">
					{mentees.some(({ mentorKind }) => mentorKind !== "")
						? t(
								"{count, plural, one {One kind of mentor is missing} other {# kinds of mentors are missing}}",
								{ count: mentees.length },
							)
						: t(
								"{count, plural, =0 {Every mentee has a mentor} one {One mentee without a mentor} other {# mentees without a mentor}}",
								{ count: mentees.length },
							)}
				</h2>
				<Remedies board={board} name={name} {...remedies} />
				<People list={mentees} board={board} name={name} />
			</section>
			{mentors.length > 0 && (
				<section class="side-part" aria-labelledby="without-mentee">
					<h2 id="without-mentee">
						{t(
							"{count, plural, one {One mentor without a mentee} other {# mentors without a mentee}}",
							{ count: mentors.length },
						)}
					</h2>
					<People list={mentors} board={board} name={name} />
				</section>
			)}
		</>
	);
}

function People({
	list,
	board,
	name,
}: {
	list: Board["unmatched"];
	board: Board;
	name: (id: string) => string;
}) {
	const told = list.map((one) => ({ ...one, ...reasonSentences(one, name) }));
	const groups = [...Map.groupBy(told, ({ why }) => why)];
	return (
		<>
			{groups.map(([why, people]) => (
				<div class="without-group" key={why}>
					{people.length > 1 && <p>{why}</p>}
					<Many isMany={people.length > MOST_SHOWN} count={people.length}>
						<ul class="without">
							{people.map((one) => {
								const lost = (one.before ?? []).map(name);
								return (
									<li
										key={`${one.person} ${one.mentorKind}`}
										id={
											one.mentorKind === ""
												? `without-${one.person}`
												: `without-${one.person}-${encodeURIComponent(one.mentorKind)}`
										}
									>
										<p>
											<strong>{name(one.person)}</strong>{" "}
											{one.mentorKind !== "" && (
												<span class="mentor-kind">
													{t("without: {kind}", {
														kind: mentorKindName(one.mentorKind),
													})}
												</span>
											)}{" "}
											<small>{board.people.get(one.person)?.title}</small>
										</p>
										{people.length === 1 && <p>{why}</p>}
										{one.change && <p class="hint">{one.change}</p>}
										{lost.length > 0 && (
											<p class="hint">
												{t("Before: {names}", { names: lost.join(", ") })}
											</p>
										)}
									</li>
								);
							})}
						</ul>
					</Many>
				</div>
			))}
		</>
	);
}

const MOST_SHOWN = 25;

function Many({
	isMany,
	count,
	children,
}: {
	isMany: boolean;
	count: number;
	children: ComponentChildren;
}) {
	return isMany ? (
		<Disclosure summary={t("All {count} of them", { count })}>
			{children}
		</Disclosure>
	) : (
		<>{children}</>
	);
}

/** What people decided about pairs, each to be taken back. */
export function DecisionsSide({
	board,
	action,
	hidden,
	canDecide,
}: {
	board: Board;
	action: string;
	hidden: () => ComponentChildren;
	canDecide: boolean;
}) {
	const standing = board.decisions.filter(
		({ decision }) => decision !== "release",
	);
	if (standing.length === 0) return null;
	const name = (id: string) => board.people.get(id)?.name ?? t("somebody");
	return (
		<section class="side-part" aria-labelledby="decided">
			<h2 id="decided">{t("Decided by hand")}</h2>
			<ul class="decided">
				{standing.map(({ mentee, mentor, mentorKind, decision }) => {
					const names = { mentee: name(mentee), mentor: name(mentor) };
					return (
						<li key={`${mentee} ${mentor}`}>
							<span>
								{decision === "pin"
									? t("{mentee} with {mentor}", names)
									: t("{mentee} not with {mentor}", names)}
								{mentorKind !== null && (
									<>
										{" "}
										<span class="mentor-kind">
											{mentorKindName(mentorKind)}
										</span>
									</>
								)}
							</span>
							{canDecide && (
								<form class="button-form" method="post" action={action}>
									{hidden()}
									<Button
										weight="quiet"
										name="release"
										value={`${mentee} ${mentor}`}
									>
										{t("Take back")}
										<span class="unseen">
											{" "}
											{t("{mentee} and {mentor}", names)}
										</span>
									</Button>
								</form>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
