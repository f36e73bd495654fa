export type ConcernStatus = "received" | "in-progress" | "closing" | "closed";

/** Which of the two somebody is. */
export type ConcernSide = "author" | "ombudsperson";

export type ConcernStep = "take-up" | "propose-closing" | "go-on" | "close";

export type ConcernState = {
	readonly status: ConcernStatus;
	/** Who proposed to close it, while that is open. */
	readonly closingBy: ConcernSide | undefined;
};

/** Days until the author has a first answer, and until they know what came of it; those of the European directive on whistleblowers. */
export const daysToAnswer = 7;
export const daysToOutcome = 90;

/** At most so many concerns of one person at a time that are not closed. */
export const mostOpenConcerns = 5;

/** Where a step leads, or undefined where this side cannot take it now. It closes by agreement alone: one proposes, the other agrees. */
export function afterStep(
	{ status, closingBy }: ConcernState,
	step: ConcernStep,
	by: ConcernSide,
): ConcernState | undefined {
	switch (step) {
		case "take-up":
			return status === "received" && by === "ombudsperson"
				? { status: "in-progress", closingBy: undefined }
				: undefined;
		case "propose-closing":
			return status === "in-progress" || status === "received"
				? { status: "closing", closingBy: by }
				: undefined;
		case "go-on":
			return status === "closing"
				? { status: "in-progress", closingBy: undefined }
				: undefined;
		case "close":
			return status === "closing" && closingBy !== by
				? { status: "closed", closingBy: undefined }
				: undefined;
	}
}
