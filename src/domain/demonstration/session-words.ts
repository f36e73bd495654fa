/** What people of the demonstration write about their sessions. Invented, of nobody. */
export const decided = [
	"Bring the two options to the board with one recommendation, not three.",
	"Say no to the second pilot until the first has a number behind it.",
	"Talk to the plant manager before the slides are drawn, not after.",
	"Hand the weekly review to the deputy for a quarter and stay out of it.",
	"Write down what would change our mind about the supplier, before the visit.",
	"Ask the three customers who left, in person.",
	"Let the budget question rest until the union talks are over.",
	"Name a successor for the night shift first; the reorganisation can wait.",
] as const;

export const keeping = [
	"A plan that nobody argues with has not been read.",
	"Decide who decides before deciding what.",
	"The second-best date that holds beats the best that slips.",
	"",
	"",
	"",
] as const;

export const promises = [
	"Send the one-page version to the others",
	"Call the customer who left in spring",
	"Sit in on the planning meeting without speaking",
	"Draft the letter to the works council",
	"Ask two peers how they ended their last pilot",
	"Read the incident report from the first page to the last",
] as const;

export const agenda = [
	"What I would do about the crane contract if nobody were watching",
	"The conversation I keep putting off",
	"Two years from now: which of today’s numbers will matter?",
] as const;

export const dilemma =
	"A team leader has met every target for three years and loses a good engineer every spring. Their own manager says: leave it until the order is delivered. What would you do this week, and what only after the delivery?";

export const dilemmaAnswer =
	"This week I would talk to the last two who left, and to nobody about them. After the delivery I would say plainly what I heard, and ask the team leader what they would change first.";
