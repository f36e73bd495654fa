import type { SessionFormat } from "../../domain/sessions/formats.ts";
import type { Rhythm } from "../../domain/sessions/rhythm.ts";
import type { SessionState } from "../../domain/sessions/standing.ts";
import type { StatusKind } from "../../ui/status.tsx";
import { formatDateTime, formatList, t } from "../../ui/text.ts";

export function sessionFormatName(format: SessionFormat): string {
	switch (format) {
		case "one-to-one":
			return t("A conversation");
		case "coffee":
			return t("Virtual coffee");
		case "flash":
			return t("A single conversation");
		case "reflection":
			return t("Reflection in your own time");
		case "case-table":
			return t("Case table");
		case "shadow-day":
			return t("Shadow day");
		case "roundtable-seat":
			return t("A seat at a roundtable");
		case "circle":
			return t("Circle");
	}
}

/** What is different about it, in one sentence. */
export function sessionFormatHint(format: SessionFormat): string {
	switch (format) {
		case "one-to-one":
			return t("With an agenda, and one commitment at the end.");
		case "coffee":
			return t("15 to 25 minutes, nothing to prepare.");
		case "flash":
			return t("One question, one answer; nothing follows unless you want it.");
		case "reflection":
			return t(
				"One question. Each answers when it suits; whoever has answered reads the others.",
			);
		case "case-table":
			return t(
				"A dilemma without names, ten minutes. Each decides alone; once all have, or it is closed, you read how the others reasoned.",
			);
		case "shadow-day":
			return t("One goes along for a day, and asks why in the evening.");
		case "roundtable-seat":
			return t(
				"One takes the other along to a table where others decide; you listen by three questions, and compare afterwards.",
			);
		case "circle":
			return t("Everyone has a turn; who came is kept, and what you noted.");
	}
}

export function rhythmName(rhythm: Rhythm): string {
	switch (rhythm.unit) {
		case "own":
			return t("as it suits");
		case "week":
			return t("{every, plural, one {every week} other {every # weeks}}", {
				every: rhythm.every,
			});
		case "month":
			return rhythm.every === 3
				? t("every quarter")
				: t("{every, plural, one {every month} other {every # months}}", {
						every: rhythm.every,
					});
	}
}

/** `isOver`: its end lies behind. */
export function sessionStateName(state: SessionState, isOver: boolean): string {
	switch (state) {
		case "proposed":
			return isOver ? t("never settled") : t("proposed");
		case "booked":
			return isOver ? t("not written up") : t("booked");
		case "held":
			return t("took place");
		case "cancelled":
			return t("cancelled");
		case "missed":
			return t("did not take place");
	}
}

export function sessionStateKind(
	state: SessionState,
	isOver: boolean,
): StatusKind {
	switch (state) {
		case "proposed":
			return isOver ? "quiet" : "waiting";
		case "booked":
			return isOver ? "waiting" : "active";
		case "held":
			return "done";
		case "cancelled":
		case "missed":
			return "quiet";
	}
}

/** Day and time where the reader is, and the time where it is another one for the others. */
export function timeText(
	at: Date | number,
	zone: string,
	others: readonly {
		readonly first: string;
		readonly zone: string | null;
	}[] = [],
): string {
	const own = formatDateTime(at, zone);
	const elsewhere = others.flatMap(({ first, zone: theirs }) => {
		if (theirs === null) return [];
		const there = clock(at, theirs);
		return there === clock(at, zone)
			? []
			: [t("{time} for {name}", { time: there, name: first })];
	});
	return elsewhere.length === 0 || elsewhere.length > 3
		? own
		: `${own} (${formatList(elsewhere)})`;
}

/** "14:30" */
export function clock(at: Date | number, zone: string): string {
	return new Intl.DateTimeFormat("en-GB", {
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone: zone,
	}).format(at);
}

/** What is said once a proposal of another time is settled. */
export function counterSettled(answer: "move" | "keep"): string {
	return answer === "move"
		? t("It is moved. Everyone’s calendar is told.")
		: t("It stays. Whoever proposed another time is told.");
}
