/**
 * How made-up people behave in a dry run. None of these figures is a finding about anybody: they are guesses of what is usual, in one place,
 * and the page shows them beside every result.
 */
export const assumptions = {
	/** Of those invited to take part: accepts, declines; the others never answer. */
	accepts: 0.93,
	declines: 0.04,
	/** Of those asked whether they want to meet: says yes, says not now; the others never answer. */
	saysYes: 0.88,
	saysNotNow: 0.07,
	/** Days until an answer, at most. */
	daysToAnswer: 7,
	/** Days from two yeses until a first date is looked for, at most. */
	daysToFirstDate: 9,
	/** Of those invited to a session: answers at all. */
	answersInvitation: 0.85,
	/** Of sessions: moved once, called off, neither held nor called off. */
	moved: 0.12,
	calledOff: 0.05,
	missed: 0.03,
	/** Of sessions held: written up by the mentee, by the mentor. */
	menteeWritesUp: 0.6,
	mentorWritesUp: 0.35,
	/** Of write-ups: with a commitment; of commitments: done by their day, moved once. */
	promises: 0.5,
	done: 0.75,
	movedOn: 0.15,
	/** Of relationships: fall silent without a word, end before the year is over. */
	fallsSilent: 0.06,
	endsEarly: 0.06,
	/** Of mentees: come in after the start, within half a year. */
	comesLater: 0.12,
	/** Of everyone: two weeks away in summer, one at another time. */
	weeksAway: 3,
} as const;

/** The limit of mails to one person in a week, digest included: two a working day. A dry run counts the weeks with more. */
export const mostMailsAWeek = 10;
