import { Button, LinkButton } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { FormKey } from "../../../ui/form-key.tsx";
import type { FormState } from "../../../ui/form.tsx";
import type { Frame } from "../../../ui/frame.ts";
import { Page } from "../../../ui/page.tsx";
import { formatDate, t } from "../../../ui/text.ts";
import type { Mark, MarkedPair, Wanted } from "../board-layout.ts";
import type { LedgerPage } from "../board-pages.ts";
import { boardStamp, hrefIn, queryOf, swapHrefIn } from "../board-view.ts";
import { mentorKindName } from "../mentor-kinds.ts";
import { kindsOf } from "../policy-document.ts";
import { networkOf, withNobody } from "../network.ts";
import type { Board, PairDetail } from "../queries/board.ts";
import { countOf } from "../queries/plans.ts";
import { BoardFields, BoardKeys } from "./board-keys.tsx";
import { EffectStrip } from "./effect-strip.tsx";
import { type Guard, Plans } from "./plans.tsx";
import { BoardFilters } from "./board-filters.tsx";
import { LedgerPages } from "./ledger-pages.tsx";
import { BoardTotals } from "./board-totals.tsx";
import { Ledger } from "./ledger.tsx";
import { NothingChanged } from "./nothing-changed.tsx";
import { Legend } from "./pair-bar.tsx";
import { PairPanel, type WhyPart } from "./pair-panel.tsx";
import { RoundHead, type RoundPageFacts } from "./round-head.tsx";
import { RecruitingSide } from "./recruiting.tsx";
import { Skyline } from "./skyline.tsx";
import { DecisionsSide, UnmatchedSide } from "./unmatched-side.tsx";

export type BoardPageProps = RoundPageFacts & {
	frame: Frame;
	board: Board;
	pairs: readonly MarkedPair[];
	marks: readonly Mark[];
	scale: number;
	/** What of it is on the page. */
	ledger: LedgerPage;
	wanted: Wanted;
	opened:
		| { pair: MarkedPair; detail: PairDetail; why: readonly WhyPart[] }
		| undefined;
	/** The pair that was chosen to be swapped; with whom is asked now. */
	swapping: MarkedPair | undefined;
	state: FormState | undefined;
	timeZone: string;
	guard: Guard;
	/** What a competency is called, by key. */
	competency: (key: string) => string;
};

/** Who meets whom: the whole cohort on one screen, then pair by pair, and at the side whoever has nobody. */
export function BoardPage(props: BoardPageProps) {
	const { board, frame, pairs, marks } = props;
	const { round } = board;
	const base = `/programs/${round.program}/rounds/${round.id}`;
	const canDecide = round.status === "proposed";
	const name = (id: string) => board.people.get(id)?.name ?? t("somebody");
	const hrefOf = hrefIn(base, props.wanted);
	const hidden = () => (
		<BoardFields
			view={queryOf(props.wanted).toString()}
			seen={board.changes[0]?.number ?? 0}
		/>
	);
	return (
		<Page
			frame={frame}
			width="wide"
			islands={["board", "progress"]}
			title={t("Who meets whom")}
			parent={{
				label: round.programName,
				href: `/programs/${round.program}/rounds`,
			}}
			lead={leadOf(props)}
			action={<MainAction props={props} base={base} />}
		>
			<RoundHead facts={props} base={base} isPlanned />
			<EffectStrip
				board={board}
				name={name}
				now={frame.now}
				action={`${base}/decisions`}
				hidden={hidden}
				canDecide={canDecide}
			/>
			<Plans
				plans={canDecide ? board.plans : []}
				objective={round.objective}
				mentees={round.result?.mentees ?? 0}
				kinds={kindsOf(round.policy).map((kind) => kind.name)}
				guard={props.guard}
				equity={board.equity}
				base={base}
				name={name}
				canDecide={canDecide}
				hidden={hidden}
				action={`${base}/decisions`}
			/>
			{round.result && (!canDecide || board.plans.length === 0) && (
				<BoardTotals
					result={round.result}
					round={round}
					signed={board.signed}
					timeZone={props.timeZone}
				/>
			)}
			<Skyline
				pairs={pairs}
				marks={marks}
				without={withNobody(board).map((id) => ({ id, name: name(id) }))}
				name={name}
				hrefOf={hrefOf}
			/>
			<Legend marks={marks} />
			<div
				class="board"
				data-board
				data-busy={t("Planning anew…")}
				data-changes={
					canDecide
						? `${base}/changes?seen=${boardStamp(round, board.changes.slice(0, 20), countOf(board.plans), board.equity)}`
						: undefined
				}
			>
				<p class="board-busy" aria-hidden="true">
					{t("Planning anew…")}
				</p>
				<div class="board-side">
					<DecisionsSide
						board={board}
						action={`${base}/decisions`}
						hidden={hidden}
						canDecide={canDecide}
					/>
					<UnmatchedSide
						board={board}
						name={name}
						base={base}
						hidden={hidden}
						canDecide={canDecide}
					/>
					<RecruitingSide
						recruiting={canDecide ? (round.result?.recruiting ?? []) : []}
						competency={props.competency}
					/>
				</div>
				<section class="board-main" aria-labelledby="pairs">
					<h2 id="pairs" class="unseen">
						{t("The pairs")}
					</h2>
					<BoardFilters
						base={base}
						wanted={props.wanted}
						functions={functionsOf(board)}
						isPublished={!canDecide}
					/>
					<NothingChanged state={props.state} />
					{canDecide && <BoardKeys />}
					<form class="board-form" method="post" action={`${base}/decisions`}>
						{hidden()}
						{props.swapping && (
							<input type="hidden" name="swap" value={props.swapping.id} />
						)}
						{props.ledger.groups.length === 0 ? (
							<EmptyState title={t("No pair fits this view")}>
								{t("Choose other filters, or clear them.")}
							</EmptyState>
						) : (
							<Ledger
								groups={props.ledger.groups}
								marks={marks}
								scale={props.scale}
								people={board.people}
								hrefOf={hrefOf}
								canDecide={canDecide}
								digits={digitsOf(pairs)}
								opened={props.opened?.pair.id}
								swapping={props.swapping}
								swapHref={swapHrefIn(base, props.wanted)}
								panel={
									<Panel props={props} name={name} canDecide={canDecide} />
								}
							/>
						)}
					</form>
					<LedgerPages
						base={base}
						wanted={props.wanted}
						pages={props.ledger.pages}
						swapping={props.swapping?.id}
					/>
				</section>
			</div>
		</Page>
	);
}

function digitsOf(pairs: readonly MarkedPair[]): number {
	return Math.max(
		0,
		...pairs.map(({ score }) =>
			Math.min(2, String(score).split(".")[1]?.length ?? 0),
		),
	);
}

function Panel({
	props,
	name,
	canDecide,
}: {
	props: BoardPageProps;
	name: (id: string) => string;
	canDecide: boolean;
}) {
	const { opened, board } = props;
	if (opened === undefined) return null;
	const others = props.pairs
		.filter(
			({ id, mentor, mentee }) =>
				id !== opened.pair.id &&
				mentor !== opened.pair.mentor &&
				mentee !== opened.pair.mentee,
		)
		.map(({ id, mentor, mentee, mentorKind }) => ({
			pair: id,
			label: [
				t("{mentee} (with {mentor})", {
					mentee: name(mentee),
					mentor: name(mentor),
				}),
				...(mentorKind === null ? [] : [mentorKindName(mentorKind)]),
			].join(" · "),
		}))
		.toSorted((a, b) => a.label.localeCompare(b.label));
	return (
		<PairPanel
			{...opened}
			people={board.people}
			others={others}
			objective={board.round.objective}
			canDecide={canDecide}
			network={networkOf(board, opened.pair.mentee, name)}
		/>
	);
}

function MainAction({ props, base }: { props: BoardPageProps; base: string }) {
	const { round, isStale } = props.board;
	if (round.status === "closed" || round.status === "published") return null;
	if (isStale)
		return (
			<form class="button-form" method="post" action={`${base}/run`}>
				<FormKey />
				<Button>
					{props.board.decisions.some(({ decision }) => decision !== "release")
						? t("Run again around these decisions")
						: t("Run again")}
				</Button>
			</form>
		);
	return (
		<LinkButton weight="primary" href={`${base}/publish`}>
			{t("Ask both sides")}
		</LinkButton>
	);
}

function leadOf({ board }: BoardPageProps): string {
	const { round } = board;
	if (round.status === "published")
		return t(
			"Both sides are asked, and may answer until {day}. What anyone says is theirs alone; here stands only what came of it.",
			{
				day: round.answerBy === null ? "" : formatDate(round.answerBy),
			},
		);
	if (round.status === "closed")
		return t(
			"This round is over. What came of each proposal stands beside it.",
		);
	return t(
		"A proposal, nothing more: open a pair to see why, pin what you know better, rule out what must not be. The whole is planned anew each time.",
	);
}

function functionsOf({ places, people }: Board): readonly string[] {
	const all = [...places.keys()].flatMap(
		(id) => people.get(id)?.function ?? [],
	);
	return [...new Set(all)].toSorted((a, b) => a.localeCompare(b));
}
