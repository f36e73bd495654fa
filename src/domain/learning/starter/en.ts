import type { StarterCurriculum } from "../starter.ts";

export const starterEn: readonly StarterCurriculum[] = [
	{
		key: "mentoring-well",
		side: "mentor",
		title: "Mentoring well",
		summary:
			"Six short steps for mentors: what a mentor is for, how to ask so that the other thinks, and how to end well. Under an hour in all, spread over the first months.",
		steps: [
			{
				kind: "lesson",
				title: "What you are there for",
				minutes: 5,
				question: "What should your mentor be for you, and what not?",
				body: `You are not the manager, and not the teacher. You lend your judgement for an hour, and the decision stays where it belongs.

Three things only you can give:

- **Context.** How decisions really come about two levels up, and what counts there.
- **A safe place to think aloud.** Nothing said with you is an appraisal.
- **Doors.** A name, an introduction, a seat at a table.

What you need not give: answers to everything. "I do not know, whom could we ask?" is a good sentence for a mentor.`,
			},
			{
				kind: "lesson",
				title: "Ask before you tell",
				minutes: 6,
				question:
					"Which question in our last session made you think the longest?",
				body: `Experience wants to speak. Let it wait for three questions.

1. *What have you tried, and what did you learn from it?*
2. *What would you do if you had to decide today?*
3. *What would have to be true for the opposite to be right?*

Only then tell a story of your own, and tell one in which you were wrong. A story of success is admired and forgotten; a mistake with its reasons is remembered.

Count to five after each question. Most people begin with the answer they have ready; the useful one comes second.`,
			},
			{
				kind: "assignment",
				title: "Listen to one conversation without advising",
				minutes: 20,
				question: "What did we hear when nobody gave advice?",
				body: `In one conversation this week, with anyone, give no advice at all for twenty minutes. Ask, sum up, ask again.

Afterwards write down for yourself:

- At which moment did you most want to advise?
- What did the other find without you?

Bring the first answer into the next session.`,
			},
			{
				kind: "lesson",
				title: "Difference is the point",
				minutes: 6,
				question: "Where do the two of us see the same thing differently?",
				body: `You were paired with somebody who is not like you on purpose: another function, another generation, another way in. Likeness makes a relationship comfortable; difference makes it useful.

Two habits help:

- **Ask what the rules look like from there.** What is easy for you may be closed to the other, and nobody says so aloud.
- **Do not translate success.** "At your age I simply went to the board" may be advice that only worked for you. Ask what would work here, now, for them.

If something they tell you sounds exaggerated, treat it as a fact you had no access to so far.`,
			},
			{
				kind: "assignment",
				title: "Open one door",
				minutes: 15,
				question: "Which conversation would help you most, and with whom?",
				body: `Think of one person the other should know, and introduce them: in two sentences, with a reason why the meeting is worth it for **both**.

Ask first whether it is welcome. Then step aside: you are not needed in that conversation.`,
			},
			{
				kind: "lesson",
				title: "Ending well",
				minutes: 5,
				question: "What do we want to have talked about before we end?",
				body: `A relationship that ends on the day it should is a success. Two sessions before the end, ask:

- What do you decide differently than a year ago?
- What shall we not leave unsaid?
- Who comes next: a peer, another mentor, somebody *you* could mentor?

And if it should end earlier: either of you may say so at any time, without a reason and without a mark.`,
			},
		],
	},
	{
		key: "being-mentored",
		side: "mentee",
		title: "Making the most of a mentor",
		summary:
			"Five short steps for mentees: arriving with a question, bringing real decisions, and turning an hour into something you do. About an hour in all.",
		steps: [
			{
				kind: "lesson",
				title: "The hour is yours",
				minutes: 4,
				question: "What should be different for you a year from now?",
				body: `Your mentor brings judgement; you bring the matter. A good hour begins with one sentence from you: *"Today I want to leave with …"*

Good matters are:

- a **decision** you have to take within a month;
- a **situation** you cannot read;
- something you **avoid**.

Less good is "tell me about your career". That is a podcast, not a session.`,
			},
			{
				kind: "assignment",
				title: "Write down one open decision",
				minutes: 10,
				question: "Which decision is open, and what makes it hard?",
				body: `Take a decision that is open on your desk now, and write five lines:

1. What has to be decided, and by when?
2. Which two or three ways are there?
3. What do I lean toward, and why?
4. What am I afraid of?
5. What would change my mind?

Bring it along. It need not be finished; it must be real.`,
			},
			{
				kind: "lesson",
				title: "Ask for the disagreeable part",
				minutes: 5,
				question: "What do I do that stands in my own way?",
				body: `Senior people soften what they say. You have to ask for the part they leave out:

- *What would you have done differently in my place?*
- *What would somebody who does not like me say about this?*
- *What am I not asking you?*

Then do only two things: write it down, and say thank you. Explaining why it is not so can wait until tomorrow; by then half of it has become useful.`,
			},
			{
				kind: "assignment",
				title: "Sit in on a conversation above your level",
				minutes: 45,
				question: "What did you notice that nobody in the room said?",
				body: `Ask your mentor whether you may sit in on one meeting that you would never be part of otherwise. You say nothing and take no minutes.

Watch for three things:

- Who speaks first, and who is waited for?
- At which moment is it decided, before or after it is said?
- What was clear to everyone and not spoken?

Talk about it in the next session, before the details fade.`,
			},
			{
				kind: "lesson",
				title: "From a talk to a commitment",
				minutes: 4,
				question: "What did we say we would do, and what became of it?",
				body: `A session without a commitment was a pleasant conversation. Take the last three minutes:

- One thing **you** will do, with a date.
- One thing your mentor may do for you.
- Who asks whom about it.

Small is fine. Moved to another day is fine too, if you say so. Silence is what wears a relationship out.`,
			},
		],
	},
];
