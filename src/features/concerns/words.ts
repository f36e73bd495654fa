import type { StatusKind } from "../../ui/status.tsx";
import { formatDate, t } from "../../ui/text.ts";
import type { Concern, ConcernEvent } from "./queries.ts";

export function statusName({ status }: Pick<Concern, "status">): string {
	switch (status) {
		case "received":
			return t("Received");
		case "in-progress":
			return t("Being looked at");
		case "closing":
			return t("About to be closed");
		case "closed":
			return t("Closed by both");
	}
}

export function statusKind(
	{ status, answerBy, outcomeBy, isAnswered }: Concern,
	today: string,
): StatusKind {
	if (status === "closed") return "done";
	const due = isAnswered ? outcomeBy : answerBy;
	if (due < today) return "attention";
	return status === "received" ? "waiting" : "active";
}

export function deadlineSentence({
	status,
	isAnswered,
	answerBy,
	outcomeBy,
}: Concern): string {
	if (status === "closed") return "";
	return isAnswered
		? t("You both know what comes of it by {date}.", {
				date: formatDate(outcomeBy),
			})
		: t("A first answer comes by {date}.", { date: formatDate(answerBy) });
}

export function eventSentence({ act, name, toName }: ConcernEvent): string {
	switch (act) {
		case "raised":
			return t("{name} turned to {to}", { name, to: toName ?? "" });
		case "taken-up":
			return t("{name} took it up", { name });
		case "wrote":
			return t("{name} wrote", { name });
		case "let-read":
			return t("{name} let new keys read", { name });
		case "closing-proposed":
			return t("{name} proposed to close it", { name });
		case "went-on":
			return t("{name} went on with it", { name });
		case "closed":
			return t("{name} agreed: closed", { name });
		case "declared-conflict":
			return t("{name} declared a conflict of interest", { name });
		case "asked-to-hand-over":
			return t("{name} asked to hand it over", { name });
		case "handed-over":
			return t("{name} gave it to {to}", { name, to: toName ?? "" });
	}
}
