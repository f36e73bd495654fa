// The shapes a session can have. A format says how long it is, whether it takes people's calendars, and what there is to do in it.

import type { QuestionKind } from "./questions.ts";

export const sessionFormats = [
	"one-to-one",
	"coffee",
	"flash",
	"reflection",
	"case-table",
	"shadow-day",
	"circle",
	"roundtable-seat",
] as const;
export type SessionFormat = (typeof sessionFormats)[number];

export type FormatShape = {
	/** Minutes: the least, what is usual, the most. For what is answered in one's own time: how long answering takes. */
	readonly minutes: {
		readonly least: number;
		readonly usual: number;
		readonly most: number;
	};
	/** own-time: between two days each answers when they like, and nobody's calendar is taken. */
	readonly takes: "calendar" | "own-time";
	/** What an agenda is filled with: at most so many open commitments, goals and questions. */
	readonly agenda: {
		readonly commitments: number;
		readonly goals: number;
		readonly questions: number;
		/** What its questions are about, in turn. */
		readonly asks?: readonly QuestionKind[];
	};
	/** Whether everyone answers one question alone before they read the others. */
	readonly isAnsweredAlone: boolean;
};

const shapes: Readonly<Record<SessionFormat, FormatShape>> = {
	"one-to-one": {
		minutes: { least: 15, usual: 60, most: 180 },
		takes: "calendar",
		agenda: { commitments: 4, goals: 1, questions: 3 },
		isAnsweredAlone: false,
	},
	// Short enough to fit between two meetings: nothing to work through but what was promised.
	coffee: {
		minutes: { least: 15, usual: 20, most: 25 },
		takes: "calendar",
		agenda: { commitments: 1, goals: 0, questions: 1 },
		isAnsweredAlone: false,
	},
	flash: {
		minutes: { least: 15, usual: 30, most: 60 },
		takes: "calendar",
		agenda: { commitments: 0, goals: 1, questions: 2 },
		isAnsweredAlone: false,
	},
	reflection: {
		minutes: { least: 5, usual: 10, most: 30 },
		takes: "own-time",
		agenda: { commitments: 0, goals: 0, questions: 0 },
		isAnsweredAlone: true,
	},
	"case-table": {
		minutes: { least: 5, usual: 10, most: 15 },
		takes: "own-time",
		agenda: { commitments: 0, goals: 0, questions: 0 },
		isAnsweredAlone: true,
	},
	"shadow-day": {
		minutes: { least: 120, usual: 480, most: 600 },
		takes: "calendar",
		agenda: { commitments: 0, goals: 1, questions: 2 },
		isAnsweredAlone: false,
	},
	// Nothing to work through: one listens where others decide, with questions to listen by, and says afterwards what one would have decided.
	"roundtable-seat": {
		minutes: { least: 60, usual: 120, most: 240 },
		takes: "calendar",
		agenda: { commitments: 0, goals: 0, questions: 3, asks: ["at-the-table"] },
		isAnsweredAlone: false,
	},
	circle: {
		minutes: { least: 30, usual: 90, most: 240 },
		takes: "calendar",
		agenda: { commitments: 4, goals: 0, questions: 2 },
		isAnsweredAlone: false,
	},
};

export function shapeOf(format: SessionFormat): FormatShape {
	return shapes[format];
}

/** Minutes as near as the format allows to those wished for. */
export function minutesWithin(format: SessionFormat, wished: number): number {
	const { least, most } = shapes[format].minutes;
	return Math.min(most, Math.max(least, wished));
}

/** The formats that members of a relationship of this kind can meet in, the usual one first. */
export function formatsOf(
	kind: "one-to-one" | "reverse" | "peer" | "circle" | "flash" | "shadowing",
): readonly SessionFormat[] {
	switch (kind) {
		case "circle":
			return ["circle", "case-table", "reflection", "coffee"];
		case "flash":
			return ["flash", "coffee"];
		case "shadowing":
			return [
				"shadow-day",
				"roundtable-seat",
				"coffee",
				"one-to-one",
				"reflection",
			];
		case "one-to-one":
		case "reverse":
		case "peer":
			return [
				"one-to-one",
				"coffee",
				"reflection",
				"case-table",
				"shadow-day",
				"roundtable-seat",
			];
	}
}
