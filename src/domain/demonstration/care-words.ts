/** What the circle of the demonstration is about, and what its members wrote. Invented, of nobody. */
export const circleStory = {
	name: "New to leading leaders",
	theme:
		"What changes when those you lead lead others: letting go of the work you were good at, hearing things late, being talked about. Eight people, one matter each time.",
	agenda: [
		"My predecessor’s favourite asks me to decide what he always decided",
		"How late do I want to hear bad news, and how do I say so?",
	],
	sessions: [
		{
			decided:
				"One matter each time, brought by whoever’s turn it is; the others ask before they advise.",
			keeping: "Nobody here reports to anybody else here. That is the point.",
		},
		{
			decided:
				"Three of us try a week without answering questions that our team leaders can answer.",
			keeping: "Silence in a meeting is sometimes somebody thinking.",
		},
		{
			decided:
				"Say in the team what was decided without it, and why it was late.",
			keeping: "",
		},
		{
			decided:
				"Each of us hands one meeting on for good, and tells the circle which.",
			keeping: "What I am asked for is not what I am needed for.",
		},
	],
	promise: "Hand the Thursday round on, and stay away from it",
} as const;

/** A case table that is over: a dilemma, and what both wrote before they read each other. */
export const closedCase = {
	dilemma:
		"The board wants one date for the new control software. The team can name one for nine ports of ten, and nobody believes the tenth. Which date do you give?",
	mentor:
		"The date for nine, and the tenth by name, with the day on which we will know. A date that everybody knows to be wrong costs more than a gap.",
	mentee:
		"I would have given the late date for all ten, to be safe. Reading it again: that hides the one port that needs help.",
} as const;

export const goals = {
	mentee: {
		aim: "Speak for my field in rooms where nobody else knows it",
		challenge:
			"The board’s technology day in spring: twenty minutes, no engineers in the room",
		milestones: [
			"Explain the control software to someone from Finance, and have it told back",
			"Sit in on one meeting of the board’s committee",
			"Give the twenty minutes to Ingrid first",
		],
	},
	"second-mentee": {
		aim: "Lead planners I have not trained myself",
		challenge: "Taking over the eastern quay’s planning in the new year",
		milestones: [
			"Talk to each of them before the first plan",
			"Let one plan go out that I would have drawn otherwise",
		],
	},
} as const;

/** What the roundtable of the demonstration is about. */
export const roundtableTopic =
	"The decision I would take back: three that looked right for a year, and how we noticed";
