// Generated from the migrated database by `npm run generate`. Do not edit.
import type { ColumnType, GeneratedAlways } from "kysely";
import type { Sealed } from "../vault/sealed.ts";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;

export type AgendaItemRow = {
	id: string;
	session_id: string;
	relationship_id: string;
	place: number;
	source: "own" | "commitment" | "template" | "goal" | "learning";
	/** The commitment, goal or step it came from */
	source_id: string | null;
	/** Encrypted with a key that is not in the database */
	words: Sealed;
	/** Goes up with every change: whoever edits an older one is shown both */
	revision: Generated<number>;
	author_id: string;
	added_at: Generated<Timestamp>;
	/** The words are the name of a starter question, shown in the language of who reads it; until somebody changes them */
	names_question: Generated<boolean>;
};

export type AgreementAcceptanceRow = {
	relationship_id: string;
	person_id: string;
	topic: "boundaries" | "confidentiality" | "ethics";
	version: number;
	accepted_at: Generated<Timestamp>;
};

export type AgreementDraftRow = {
	program_id: string;
	topic: "boundaries" | "confidentiality" | "ethics";
	body: Json;
	/** Goes up with every save: whoever edits an older one is told, and overwrites nothing */
	revision: Generated<number>;
	saved_by: string | null;
	saved_at: Generated<Timestamp>;
};

export type AgreementTextRow = {
	program_id: string;
	topic: "boundaries" | "confidentiality" | "ethics";
	version: number;
	/** Headings with their clauses, no markup */
	body: Json;
	/** Whether everyone is asked to accept anew; a small change lets earlier acceptances stand */
	asks_again: Generated<boolean>;
	/** Why a change is too small to ask again; the members read it */
	why_not_again: string | null;
	published_by: string | null;
	published_at: Generated<Timestamp>;
};

export type ArtifactRow = {
	id: string;
	relationship_id: string;
	session_id: string | null;
	owner_id: string;
	/** The file's name. Encrypted with a key that is not in the database */
	name: Sealed;
	/** As its first bytes say, not as it calls itself */
	type: "pdf" | "png" | "jpeg" | "text" | "document" | "spreadsheet" | "slides";
	bytes: number;
	added_at: Generated<Timestamp>;
};

export type ArtifactPartRow = {
	artifact_id: string;
	number: number;
	owner_id: string;
	/** At most a megabyte, as base64. Encrypted with a key that is not in the database */
	content: Sealed;
};

export type AttemptRow = {
	kind: string;
	subject: string;
	window_start: Timestamp;
	count: Generated<number>;
};

export type AttendanceRow = {
	session_id: string;
	person_id: string;
	relationship_id: string;
	/** As the members say afterwards; null until then */
	attended: boolean | null;
	/** That they wrote it up, not what */
	wrote_up_at: Timestamp | null;
	/** That they answered a question alone, not what */
	responded_at: Timestamp | null;
};

export type BlockedPairRow = {
	program_id: string;
	person_id: string;
	other_id: string;
	entered_by: string | null;
	entered_at: Generated<Timestamp>;
};

export type BusyTimeRow = {
	person_id: string;
	from_at: Timestamp;
	until_at: Timestamp;
};

export type CadenceRow = {
	relationship_id: string;
	unit: "week" | "month" | "own";
	/** Every so many weeks or months; a quarter is three months */
	every: Generated<number>;
	/** Of months: weekday means the same weekday in the same week of the month as the anchor (a fifth one: the last); day means the same day, or the last where there is none */
	month_by: Generated<"weekday" | "day">;
	/** The day of the first session from which the others follow; none until a first date is taken */
	anchor: string | null;
	/** HH:MM, as the clock on the wall of the zone shows it */
	wall_time: string | null;
	zone: string | null;
	minutes: number;
	format: "one-to-one" | "coffee" | "reflection" | "case-table" | "shadow-day" | "circle" | "flash" | "roundtable-seat";
	revision: Generated<number>;
	chosen_by: string;
	chosen_at: Generated<Timestamp>;
};

export type CalendarAddressRow = {
	person_id: string;
	/** Encrypted with a key that is not in the database */
	address: Sealed;
	/** The name of the server alone, so that the person knows which calendar it is */
	host: string;
	added_at: Generated<Timestamp>;
	checked_at: Timestamp | null;
	/** When it was last read without trouble */
	read_at: Timestamp | null;
	/** What went wrong last, as a code; null: nothing */
	trouble: string | null;
};

export type CalendarFeedRow = {
	person_id: string;
	/** SHA-256 of what stands in the address; the address itself is shown once and kept nowhere */
	token_hash: Buffer;
	made_at: Generated<Timestamp>;
};

export type CaseLimitRow = {
	person_id: string;
	cases: number;
};

export type CharterRow = {
	program_id: string;
	version: number;
	body: Json;
	written_by: string | null;
	written_at: Generated<Timestamp>;
};

export type ChemistryRow = {
	round_id: string;
	talks_each: number;
	/** The most talks one mentor is asked for */
	most_talks: number;
	answer_by: string;
	begun_by: string | null;
	begun_at: Generated<Timestamp>;
	proposed_at: Timestamp | null;
	problem: "nobody" | "policy" | "broken" | null;
	reminded_at: Timestamp | null;
	ended_at: Timestamp | null;
};

export type ChemistryAnswerRow = {
	talk_id: string;
	person_id: string;
	answered_at: Generated<Timestamp>;
	/** A JSON document: answer is yes, not-now or rather-not; preference is first (1), second or third choice among those they said yes to, if they cared to say */
	answer: Sealed;
};

export type ChemistryApartRow = {
	program_id: string;
	mentee_id: string;
	mentor_id: string;
};

export type ChemistryTalkRow = {
	id: Generated<string>;
	round_id: string;
	mentee_id: string;
	mentor_id: string;
};

export type CircleSeatRow = {
	circle_id: string;
	person_id: string;
	program_id: string;
	side: "peer" | "facilitator";
	answer: "yes" | "no" | null;
	asked_at: Generated<Timestamp>;
};

export type CommitmentRow = {
	id: string;
	relationship_id: string;
	/** The session it was made in; null: between sessions */
	session_id: string | null;
	owner_id: string;
	/** Who asks after it */
	partner_id: string | null;
	/** Encrypted with a key that is not in the database */
	words: Sealed;
	due_on: string;
	state: Generated<"open" | "done" | "dropped">;
	/** How often its date was moved */
	moves: Generated<number>;
	made_by: string | null;
	made_at: Generated<Timestamp>;
	settled_at: Timestamp | null;
};

export type CompetencyRow = {
	id: Generated<string>;
	key: string;
	cluster: string;
	name: string;
	definition: string;
	/** Behavioural anchors of level 1 to 5 */
	anchors: string[];
	version: number;
	retired_in: number | null;
	/** Where it stands in the catalogue; clusters stand where their first competency does */
	position: Generated<number>;
};

export type CompetencyCatalogueRow = {
	version: number;
	published_at: Generated<Timestamp>;
	published_by: string | null;
	note: Generated<string>;
};

export type CompetencyChangeRow = {
	competency_id: string;
	version: number;
	name: string;
	cluster: string;
	definition: string;
	anchors: string[];
};

export type ConcernRow = {
	id: string;
	author_id: string;
	ombudsperson_id: string;
	status: Generated<"received" | "in-progress" | "closing" | "closed">;
	/** Who proposed to close it; the other one agrees or goes on */
	closing_by: string | null;
	raised_at: Generated<Timestamp>;
	/** The day by which the author has a first answer */
	answer_by: string;
	/** The day by which the author knows what came of it */
	outcome_by: string;
};

export type ConcernEventRow = {
	id: GeneratedAlways<string>;
	concern_id: string;
	person_id: string;
	act: "raised" | "taken-up" | "wrote" | "let-read" | "closing-proposed" | "went-on" | "closed" | "declared-conflict" | "asked-to-hand-over" | "handed-over";
	/** The ombudsperson to whom the author entrusted it */
	to_person: string | null;
	at: Generated<Timestamp>;
};

export type ConcernKeyRow = {
	concern_id: string;
	epoch: number;
	key_name: Buffer;
	made_by: string;
};

export type ConcernKeyGrantRow = {
	concern_id: string;
	epoch: number;
	to_identity: string;
	to_person: string;
	by_identity: string;
	by_person: string;
	ephemeral: Buffer;
	wrapped: Buffer;
	signature: Buffer;
};

export type ConcernTextRow = {
	id: string;
	concern_id: string;
	writer_id: string;
	writer_identity: string;
	epoch: number;
	/** Nonce, AES-256-GCM ciphertext and tag; padded to a power of two before it was encrypted */
	sealed: Buffer;
	signature: Buffer;
	written_at: Generated<Timestamp>;
};

export type ConcernTrustRow = {
	concern_id: string;
	author_id: string;
	ombudsperson_id: string;
};

export type CorrectionRequestRow = {
	id: Generated<string>;
	person_id: string;
	/** Which of the facts: the key of a field, or "other" */
	about: string;
	wanted: string;
	asked_at: Generated<Timestamp>;
	answered_at: Timestamp | null;
	answered_by: string | null;
	outcome: "corrected" | "kept" | "withdrawn" | null;
	/** Why it stays as it is; always given then */
	answer: string | null;
};

export type CurriculumRow = {
	id: Generated<string>;
	title: string;
	summary: string;
	/** The language it is written in, so that screen readers speak it as such */
	locale: string;
	created_by: string | null;
	created_at: Generated<Timestamp>;
	changed_at: Generated<Timestamp>;
	/** null: a draft, which only those who write curricula see */
	published_at: Timestamp | null;
	/** When it was taken out of the list; who is in the middle of it goes on */
	retired_at: Timestamp | null;
	/** Title and summary as the search compares them */
	folded: GeneratedAlways<string>;
	/** The stems of their words */
	stems: GeneratedAlways<string>;
};

export type CustomFieldRow = {
	key: string;
	label: string;
	kind: "text" | "list" | "number" | "date" | "scale";
	scale: Generated<string[]>;
	is_sensitive: Generated<boolean>;
	created_at: Generated<Timestamp>;
};

export type DelegationRow = {
	id: Generated<string>;
	/** Whose calendar it is */
	person_id: string;
	delegate_id: string;
	from_on: string;
	/** The last day; at most a year, so that nobody stays a delegate by being forgotten */
	until_on: string;
	granted_at: Generated<Timestamp>;
	/** When the person took it back, or either of them left */
	ended_at: Timestamp | null;
};

export type DemonstrationCastRow = {
	person_id: string;
	role: string;
};

export type DigestLookRow = {
	person_id: string;
	looked_at: Timestamp;
	/** Of each thing that waits and was told, a mark (keyed hash), so that it is not told every week */
	told: Generated<string[]>;
	/** When the last digest was written */
	told_at: Timestamp | null;
};

export type DirectoryWordRow = {
	word: string;
};

export type DryRunRow = {
	id: string;
	program_id: string;
	asked_by: string | null;
	asked_at: Generated<Timestamp>;
	/** How many mentors and mentees in which time zones with how many places, the charter, the first day and the seed: the same plan gives the same year */
	plan: Json;
	state: Generated<"waiting" | "running" | "done" | "failed">;
	/** How much of the year is gone through */
	percent: Generated<number>;
	/** Counts by week: mails, sessions, who waits */
	findings: Json | null;
	ended_at: Timestamp | null;
};

export type EligibilityRow = {
	program_id: string;
	side: "mentor" | "mentee";
	version: number;
	rule: Json;
	adopted_by: string | null;
	adopted_at: Generated<Timestamp>;
};

export type EmploymentRow = {
	person_id: string;
	employee_number: string | null;
	grade: string | null;
	hire_date: string | null;
	/** Custom fields that are not sensitive, by key: a text, a number or a list of texts */
	custom: Generated<Json>;
};

export type EndingPublicationRow = {
	program_id: string;
	period: string;
	/** How many gave a reason; null: fewer than five, whose answers are counted with the next half-year */
	given: number | null;
	reasons: Json;
	published_at: string;
};

export type EndingQuestionRow = {
	relationship_id: string;
	person_id: string;
	until: string;
};

export type EndingTallyRow = {
	program_id: string;
	period: string;
	/** Encrypted with a key that is not in the database */
	counts: Sealed;
};

export type EnrolmentRow = {
	id: Generated<string>;
	program_id: string;
	person_id: string;
	side: "mentor" | "mentee";
	status: "invited" | "applied" | "nominated" | "enrolled" | "waiting" | "declined" | "not-admitted" | "withdrawn" | "left";
	how: "invitation" | "application" | "nomination" | "import" | "demonstration";
	capacity: Generated<number>;
	paused_until: string | null;
	entered_by: string | null;
	entered_at: Generated<Timestamp>;
	answer_by: string | null;
	answered_at: Timestamp | null;
	is_late: Generated<boolean>;
};

export type ErasureRequestRow = {
	id: Generated<string>;
	person_id: string;
	cause: "asked" | "retention";
	asked_at: Generated<Timestamp>;
	answered_at: Timestamp | null;
	answered_by: string | null;
	outcome: "confirmed" | "refused" | "withdrawn" | null;
	/** Why the office says no; the person reads it */
	reason: string | null;
	carried_out_at: Timestamp | null;
};

export type FarewellRow = {
	relationship_id: string;
	author_id: string;
	/** Encrypted with a key that is not in the database */
	words: Sealed;
	written_at: Generated<Timestamp>;
};

export type FirstStepDoneRow = {
	person_id: string;
	step: string;
	done_at: Generated<Timestamp>;
};

export type FormKeyRow = {
	key: string;
	person_id: string | null;
	at: Generated<Timestamp>;
	location: string | null;
};

export type GoalRow = {
	id: string;
	relationship_id: string;
	/** Whose goal it is: who sets, changes and settles it */
	person_id: string;
	competency_id: string | null;
	/** Encrypted with a key that is not in the database */
	aim: Sealed;
	/** The work in which it will show; empty: none named. Encrypted with a key that is not in the database */
	challenge: Sealed;
	/** When to look at it together; null: no day */
	review_on: string | null;
	/** Letting go is as good an end as reaching: neither asks for a reason */
	state: Generated<"open" | "reached" | "let-go">;
	/** Goes up with every change: whoever edits an older one is told */
	revision: Generated<number>;
	set_at: Generated<Timestamp>;
	settled_at: Timestamp | null;
};

export type GradeRow = {
	name: string;
	position: number;
};

export type HandOverRow = {
	id: Generated<string>;
	relationship_id: string;
	program_id: string;
	mentor_id: string;
	mentee_id: string;
	peer_id: string;
	/** Who is asked now; the mentee only once the peer has said yes */
	asked: Generated<"peer" | "mentee">;
	/** The last day for whoever is asked now */
	answer_by: string;
	/** The last day for both together: the one day that the mentor sees, who is not told how far it is */
	ends_by: string;
	asked_at: Generated<Timestamp>;
};

export type HolidayRow = {
	/** As in person.location; empty: everywhere */
	location: Generated<string>;
	day: string;
	name: string;
};

export type IdentityRow = {
	id: Generated<string>;
	person_id: string;
	issuer: string;
	subject: string;
	/** How Baton came to know: the person, signed in; a one-time invitation; or the employee number that HR gave both */
	linked_by: "person" | "invitation" | "employee-number";
	linked_at: Generated<Timestamp>;
	used_at: Timestamp | null;
};

export type IdentityFlowRow = {
	state_hash: Buffer;
	browser_hash: Buffer;
	nonce: string;
	code_verifier: string;
	issuer: string;
	purpose: "sign-in" | "link" | "invitation";
	person_id: string | null;
	link_hash: Buffer | null;
	next: Generated<string>;
	expires_at: Timestamp;
};

export type JournalRow = {
	id: GeneratedAlways<string>;
	at: Generated<Timestamp>;
	request_id: string | null;
	person_id: string | null;
	process: string | null;
	act: string;
	about_person_id: string | null;
	subject: string | null;
	subject_id: string | null;
	detail: Generated<Json>;
};

export type JournalCheckpointRow = {
	size: string;
	root: Buffer;
	at: Generated<Timestamp>;
	note: string;
	/** When it was sent outside, where the database cannot reach it; such a one is never thinned out */
	sent_at: Timestamp | null;
};

export type JournalLeafRow = {
	position: string;
	entry_id: string;
	hash: Buffer;
	/** Whose act, as the number in journal_pseudonym; it stays when the person is erased */
	actor: number | null;
	/** About whom, likewise */
	about: number | null;
};

export type JournalPseudonymRow = {
	number: GeneratedAlways<number>;
	/** SHA-256 of salt and person: whoever has the salt can check whose it is, and nobody can give it to another */
	pseudonym: string;
	person_id: string | null;
	salt: string | null;
};

export type JournalTreeRow = {
	id: Generated<boolean>;
	/** The name of this journal in its checkpoints */
	log: string;
	size: Generated<string>;
	/** The roots of the full subtrees, 32 bytes each, largest first */
	peaks: Generated<Buffer>;
};

export type JournalWaitingRow = {
	entry_id: string;
};

export type LearningRow = {
	person_id: string;
	curriculum_id: string;
	taken_at: Generated<Timestamp>;
	set_aside_at: Timestamp | null;
};

export type LearningDoneRow = {
	person_id: string;
	step_id: string;
	done_at: Generated<Timestamp>;
};

export type LearningFileRow = {
	id: string;
	step_id: string;
	/** As it is called when somebody keeps it; found by the search, hence not encrypted */
	name: string;
	/** As its first bytes say, not as it calls itself */
	type: "pdf" | "png" | "jpeg" | "text" | "document" | "spreadsheet" | "slides";
	bytes: number;
	added_by: string | null;
	added_at: Generated<Timestamp>;
};

export type LearningFilePartRow = {
	file_id: string;
	number: number;
	/** At most a megabyte, as base64. Encrypted with a key that is not in the database */
	content: Sealed;
};

export type LearningStepRow = {
	id: Generated<string>;
	curriculum_id: string;
	position: number;
	kind: "lesson" | "assignment";
	title: string;
	/** Markdown; what is not in the list of the permitted is shown as plain text */
	body: string;
	minutes: number;
	video: string | null;
	/** What the two may talk about once it is done; goes into the agenda of their next session */
	question: string | null;
	competency_id: string | null;
	/** Toward which level of the competency it leads */
	level: number | null;
	/** Taken out of the curriculum; who has done it keeps that */
	removed_at: Timestamp | null;
	/** Title and text as the search compares them */
	folded: GeneratedAlways<string>;
	/** The stems of their words */
	stems: GeneratedAlways<string>;
};

export type LinkRequestRow = {
	id: Generated<string>;
	email: string;
	purpose: "magic-link" | "password-reset";
	asked_at: Generated<Timestamp>;
};

export type LotteryRow = {
	id: Generated<string>;
	program_id: string;
	places: number;
	/** Places are shared among the groups of this fact in proportion to their size; null: one draw among all */
	shared_by: "function" | "unit" | "location" | null;
	/** SHA-256 of the seed, published when the list opens: whoever has noted it can tell whether the seed is the one of that day */
	commitment: string;
	closes_on: string;
	/** Whether the committee adds a public text after the list is closed, so that not even who runs the server can know the draw beforehand */
	takes_beacon: Generated<boolean>;
	opened_by: string | null;
	opened_at: Generated<Timestamp>;
	closed_at: Timestamp | null;
	/** SHA-256 of the frozen list, published when the list closes */
	list_hash: string | null;
	beacon: string | null;
	beacon_by: string | null;
	/** The revealed seed; null until the draw */
	seed: string | null;
	drawn_at: Timestamp | null;
	/** Where and when the public text will be published, as announced at the opening; empty in lotteries from before this was asked */
	beacon_source: string | null;
};

export type LotteryEntryRow = {
	lottery_id: string;
	number: number;
	enrolment_id: string;
	person_id: string;
	/** The group whose share of the places they draw for, set when the list is frozen; groups under five are one */
	stratum: string | null;
	/** Among those with a place, or those who wait: in which order they were drawn */
	rank: number | null;
	outcome: "place" | "waiting" | null;
	entered_at: Generated<Timestamp>;
};

export type LotterySeedRow = {
	lottery_id: string;
	seed: string;
};

export type MailRow = {
	id: Generated<string>;
	person_id: string;
	/** Which letter it is: src/domain/mail/topic.ts */
	kind: string;
	subject: string;
	body_text: string;
	body_html: string;
	holds_sign_in_link: Generated<boolean>;
	message_id: string;
	created_at: Generated<Timestamp>;
	sent_at: Timestamp | null;
	attempts: Generated<number>;
	failure: string | null;
	/** What happened; of one event nobody gets the same letter twice */
	event: string | null;
	/** mail: by itself, not before due_at; digest: with the next digest; none: they want no mail about this topic */
	sending: Generated<"mail" | "digest" | "none">;
	/** Not before: the end of quiet hours where the recipient is, and after a failure the next attempt */
	due_at: Generated<Timestamp>;
	/** The last day on which it is of use */
	by_day: string | null;
	button_label: string | null;
	/** Where its button leads; links that only the recipient gets are signed when it goes out and stand here unsigned */
	button_url: string | null;
	/** The digest that carried it */
	digest_id: string | null;
};

export type MailCalendarRow = {
	mail_id: string;
	method: "request" | "cancel" | "declinecounter";
	/** iCalendar, with the place of the session. Encrypted with a key that is not in the database */
	body: Sealed;
};

export type MailChoiceRow = {
	person_id: string;
	digest: Generated<"daily" | "weekly" | "never">;
	/** 1 is Monday; for a weekly digest */
	digest_weekday: Generated<number>;
	/** Wall time where the person is */
	digest_hour: Generated<number>;
	/** No mail that can wait from this hour until the other, over midnight where it is later; equal: no quiet hours */
	quiet_from: Generated<number>;
	quiet_until: Generated<number>;
	/** Weekdays that are quiet as a whole, 1 is Monday; never all seven */
	quiet_days: Generated<number[]>;
	/** By topic: mail, digest or never; a topic that is missing comes by mail */
	ways: Generated<Json>;
	chosen_at: Generated<Timestamp>;
};

export type MailTroubleRow = {
	person_id: string;
	address: string;
	/** What the mail server said: an SMTP reply such as 550, or the status of a delivery report such as 5.1.1; never its text */
	code: string;
	noticed_at: Generated<Timestamp>;
};

export type MentoringCircleRow = {
	id: Generated<string>;
	program_id: string;
	/** Null until it begins */
	relationship_id: string | null;
	name: string;
	/** What it is about, in the words of whoever started it: the program reads them */
	theme: string;
	unit: "week" | "month" | "own";
	every: Generated<number>;
	minutes: number;
	started_by: string;
	started_at: Generated<Timestamp>;
	ended_at: Timestamp | null;
};

export type MilestoneRow = {
	id: string;
	goal_id: string;
	relationship_id: string;
	/** As in goal */
	person_id: string;
	place: number;
	/** Encrypted with a key that is not in the database */
	words: Sealed;
	reached_at: Timestamp | null;
};

export type NominationRow = {
	id: Generated<string>;
	program_id: string;
	person_id: string;
	side: "mentor" | "mentee";
	nominated_by: string;
	reason: string;
	at: Generated<Timestamp>;
	decided_by: string | null;
	decided_at: Timestamp | null;
	decision_reason: string | null;
};

export type NoteRow = {
	id: string;
	kind: "mine" | "ours";
	relationship_id: string | null;
	author_id: string;
	writer_id: string;
	writer_identity: string;
	epoch: number;
	version: number;
	/** Signed by whoever deleted it; nothing is in it any more */
	is_deleted: Generated<boolean>;
	/** Nonce, AES-256-GCM ciphertext and tag; padded to a power of two before it was encrypted */
	sealed: Buffer;
	signature: Buffer;
	created_at: Generated<Timestamp>;
	written_at: Generated<Timestamp>;
};

export type OfferRow = {
	person_id: string;
	competency_id: string;
	level: number;
	source: Generated<"self" | "import" | "nomination">;
};

export type OfficeRow = {
	id: Generated<string>;
	person_id: string;
	office: "administrator" | "program-manager" | "coordinator" | "analyst" | "committee-member" | "facilitator" | "learning-partner" | "ombudsperson";
	program_id: string | null;
	from_at: Generated<Timestamp>;
	until_at: Timestamp | null;
	granted_by: string | null;
};

export type OrganisationRow = {
	id: Generated<boolean>;
	name: string;
	time_zone: Generated<string>;
	locale: Generated<string>;
	is_demonstration: Generated<boolean>;
	established_at: Generated<Timestamp>;
};

export type PairMatterRow = {
	id: Generated<string>;
	program_id: string;
	kind: "reports-to-mentor" | "breaks-rule" | "mentor-left" | "mentor-paused" | "mentor-withdrew" | "late-joiner" | "waiting" | "unanswered";
	relationship_id: string | null;
	mentee_id: string;
	mentor_id: string | null;
	/** The policy's name of the rule that the pair breaks now */
	rule: string | null;
	/** Mentors with a free place whom the engine finds best for the mentee now, best first; for who waits, mentors at whom one more place would serve best */
	suggested: Generated<string[]>;
	noticed_at: Generated<Timestamp>;
	settled_at: Timestamp | null;
	settled_by: string | null;
	/** passed: it went away by itself before anyone decided */
	settled_how: "kept" | "ended" | "handed-over" | "proposed" | "passed" | null;
	/** Why the pair is kept despite it; written by whoever decided */
	reason: string | null;
};

export type PasskeyRow = {
	id: Generated<string>;
	person_id: string;
	credential_id: Buffer;
	/** COSE key, as the device gave it */
	public_key: Buffer;
	/** How often the device says it has signed. A step back means a copy; synced passkeys always say 0. */
	counter: Generated<string>;
	transports: Generated<string[]>;
	/** As its owner calls it, to tell it from others */
	name: string;
	/** Whether the device says that it keeps copies of it elsewhere, so that losing the device does not lose the passkey */
	is_synced: boolean;
	/** Whether it can derive keys (the PRF extension), with which sealed notes are unlocked; null: the browser did not say */
	has_prf: boolean | null;
	added_at: Generated<Timestamp>;
	used_at: Timestamp | null;
};

export type PasskeyChallengeRow = {
	challenge: Buffer;
	purpose: "add" | "sign-in";
	person_id: string | null;
	expires_at: Timestamp;
};

export type PasswordRow = {
	person_id: string;
	/** argon2id in PHC string form */
	hash: string;
	set_at: Generated<Timestamp>;
};

export type PeopleImportRow = {
	id: Generated<string>;
	/** null: the command line */
	started_by: string | null;
	started_at: Generated<Timestamp>;
	file_name: string;
	/** The uploaded bytes; deleted once imported or discarded */
	file: Buffer | null;
	status: "uploaded" | "checking" | "checked" | "importing" | "imported" | "undoing" | "undone" | "failed" | "discarded";
	/** What the file looks like: its columns with a few of their values; deleted with the file */
	look: Json | null;
	mapping: Json | null;
	options: Generated<Json>;
	summary: Json | null;
	/** The rows that are not taken, as a workbook to mend and bring again; deleted by the next import */
	returned: Buffer | null;
	/** Grades and fields as they were before, for undo */
	restore: Json | null;
	/** A job stores its result only while this still names it */
	run_id: string | null;
	imported_at: Timestamp | null;
	undone_at: Timestamp | null;
	undone_by: string | null;
};

export type PeopleImportChangeRow = {
	import_id: string;
	person_id: string;
	before: Json | null;
	after: Json;
};

export type PeopleImportProblemRow = {
	import_id: string;
	position: number;
	file_row: number;
	file_column: string | null;
	severity: "error" | "warning";
	code: string;
	value: string;
	detail: Generated<Json>;
};

export type PeopleImportProgressRow = {
	import_id: string;
	done: Generated<number>;
	total: Generated<number>;
	phase: Generated<string>;
	updated_at: Generated<Timestamp>;
};

export type PeopleImportRowRow = {
	import_id: string;
	kind: "new" | "changed" | "missing";
	position: number;
	file_row: number | null;
	person_id: string | null;
	name: string;
	detail: Generated<Json>;
	is_leaving: Generated<boolean>;
};

export type PersonRow = {
	id: Generated<string>;
	first_name: Generated<string>;
	last_name: Generated<string>;
	email: string;
	job_title: string | null;
	unit: string | null;
	function: string | null;
	discipline: string | null;
	location: string | null;
	time_zone: string | null;
	languages: Generated<string[]>;
	locale: string | null;
	manager_id: string | null;
	/** Name, title, function and unit, folded (lower case, no accents) for the directory search */
	search_text: Generated<string>;
	/** Where the name stands in a list: last name first, accents and strokes left out, so that Łukasiewicz comes under L */
	sort_name: GeneratedAlways<string>;
	/** The day the person left the organisation; null while they are here */
	left_on: string | null;
	created_at: Generated<Timestamp>;
	/** When everything about the person was deleted; the row then only holds the place of "a former colleague" in what others keep */
	erased_at: Timestamp | null;
};

export type PlaceRequestRow = {
	id: Generated<string>;
	round_id: string;
	mentor_id: string;
	asked_by: string | null;
	asked_at: Generated<Timestamp>;
	/** Read by the mentor and by whoever runs the program: it is about places, not about people */
	answer: "yes" | "not-now" | null;
	answered_at: Timestamp | null;
};

export type PlanDraftRow = {
	id: Generated<string>;
	round_id: string;
	name: string;
	/** The whole policy as it would be, in the form of round.policy */
	policy: Json;
	objective: "people" | "total" | "fair" | "worst-first" | "stable";
	equity_ratio: number | null;
	equity_measure: Generated<"access" | "quality">;
	/** Places by which mentors differ from what they offer: mentor's id, and how many more or fewer */
	places: Generated<Json>;
	/** Rises with every change: whoever adopts, adopts the version they have looked at */
	version: Generated<number>;
	status: Generated<"open" | "adopted" | "discarded">;
	/** Why it was adopted, in the words of whoever did; read by whoever runs the program */
	reason: string | null;
	begun_by: string | null;
	begun_at: Generated<Timestamp>;
	changed_by: string | null;
	changed_at: Generated<Timestamp>;
	settled_by: string | null;
	settled_at: Timestamp | null;
};

export type PlanDraftResultRow = {
	draft_id: string;
	/** The version of the draft it was computed for; of an older one it says nothing */
	version: number;
	/** Fingerprint of the round's plan it was compared with */
	beside: string;
	/** Pairs, totals, groups, who would have another mentor, who would have nobody and why */
	plan: Json | null;
	/** Why no plan is possible: ids and codes */
	problem: Json | null;
	computed_at: Generated<Timestamp>;
};

export type ProfileRow = {
	person_id: string;
	about: string | null;
	experience: string | null;
	clients: Generated<string[]>;
	industries: Generated<string[]>;
	/** How many mentees the person would take over all programs; null: not said */
	capacity: number | null;
	paused_until: string | null;
	updated_at: Generated<Timestamp>;
	/** Hours a month that mentoring may take of the person over all programs, by their own word; null: not said */
	most_hours: number | null;
};

export type ProgramRow = {
	id: Generated<string>;
	name: string;
	template: string;
	kind: "one-to-one" | "reverse" | "peer" | "circle" | "flash" | "shadowing";
	status: Generated<"draft" | "open" | "running" | "closed">;
	takes_applications: Generated<boolean>;
	takes_nominations: Generated<boolean>;
	/** How many mentees at most; null: no limit of its own, as many as the mentors have places for */
	mentee_places: number | null;
	created_by: string | null;
	created_at: Generated<Timestamp>;
	opened_at: Timestamp | null;
	closed_at: Timestamp | null;
};

export type ProgramCurriculumRow = {
	program_id: string;
	curriculum_id: string;
	side: "mentor" | "mentee" | "both";
	added_by: string | null;
	added_at: Generated<Timestamp>;
};

export type ProgramStepRow = {
	id: Generated<string>;
	program_id: string;
	role: "mentor" | "mentee" | "committee-member" | "facilitator";
	/** Its place among the program's steps of this role, from 1; gaps say nothing */
	position: number;
	/** By language ("en", "de"): what there is to do, and why; at least one language */
	words: Json;
	/** Where it is done: an https address or a page of this installation; null: nowhere in particular */
	link: string | null;
};

export type ProgramStepDoneRow = {
	step_id: string;
	person_id: string;
	done_at: Generated<Timestamp>;
};

export type ProgramStepFileRow = {
	id: string;
	step_id: string;
	/** As it is called when somebody keeps it */
	name: string;
	/** As its first bytes say, not as it calls itself */
	type: "pdf" | "png" | "jpeg" | "text" | "document" | "spreadsheet" | "slides";
	bytes: number;
};

export type ProgramStepFilePartRow = {
	file_id: string;
	number: number;
	/** At most a megabyte, as base64. Encrypted with a key that is not in the database */
	content: Sealed;
};

export type ProposalRow = {
	id: Generated<string>;
	round_id: string;
	mentee_id: string;
	mentor_id: string;
	score: string;
	/** Points by term; they sum exactly to the score */
	parts: Json;
	/** The next-best mentors of the mentee: who, points, whether taken, what forcing the pair would cost the whole */
	alternatives: Generated<Json>;
	/** What the whole would lose without this pair: people, pairs, points */
	loss: Json | null;
	/** Whom the run before gave this mentee; null: there was none */
	mentors_before: string[] | null;
	/** drafted: on the board only; published: both are asked; agreed: two yeses; returned: back to the round; lapsed: no answer in time */
	status: Generated<"drafted" | "published" | "agreed" | "returned" | "lapsed">;
	/** Who would move where in the best plan without this pair: mentee, from, to, points. Nothing where people said something in private after talks. */
	moves: Json | null;
	/** What the mentor is there for, as the round's policy names it; null where the policy has no kinds */
	mentor_kind: string | null;
	/** The relationship that ends with two yeses to this proposal; null: none */
	replaces: string | null;
	/** mentor: the mentee is not asked (yet, or any more) and does not see it. Where a pair is to take another's place it says so again once it has come to nothing, so that nobody can tell at whose word. */
	asked: Generated<"both" | "mentor">;
};

export type ProposalAnswerRow = {
	proposal_id: string;
	person_id: string;
	answered_at: Generated<Timestamp>;
	/** yes, not-now or ask-me-more */
	answer: Sealed;
	/** Of ask-me-more: what the one asks the other */
	question: Sealed | null;
};

export type ProposalReminderRow = {
	proposal_id: string;
	person_id: string;
	/** The first or the second reminder; there is no third */
	number: number;
	sent_at: Generated<Timestamp>;
};

export type PulseRow = {
	relationship_id: string;
	person_id: string;
	/** The week since the relationship began, from 0, in which the time starts that it is asked for; how long that is, the program's charter says */
	period: number;
	/** Encrypted with a key that is not in the database */
	answer: Sealed;
	answered_on: Generated<string>;
};

export type QuietPeriodRow = {
	id: Generated<string>;
	person_id: string;
	from_on: string;
	/** The last day */
	until_on: string;
};

export type RecoveryConsentRow = {
	relationship_id: string;
	epoch: number;
	recovery_key_id: string;
	person_id: string;
	identity_id: string;
	signature: Buffer;
	made_at: Generated<Timestamp>;
};

export type RecoveryCopyRow = {
	relationship_id: string;
	epoch: number;
	/** Who takes off the outer wrap */
	peeler_id: string;
	/** Who opens the inner one, and reads */
	reader_id: string;
	sealed: Buffer;
	signature: Buffer;
};

export type RecoveryCustodianRow = {
	recovery_key_id: string;
	custodian_id: string;
	identity_id: string;
	accepted_at: Timestamp | null;
	signature: Buffer | null;
};

export type RecoveryEpochRow = {
	relationship_id: string;
	epoch: number;
	recovery_key_id: string;
	/** Of the recovery key as the members' browsers saw it: its three custodians' keys */
	key_fingerprint: Buffer;
	/** The name of the relationship's key, as in relationship_key, which custodians do not see */
	key_name: Buffer;
	/** The members of the relationship, for the policies */
	member_ids: string[];
	granted_by: string;
	granter_identity: string;
	signature: Buffer;
	begun_at: Generated<Timestamp>;
};

export type RecoveryKeyRow = {
	id: Generated<string>;
	named_by: string;
	named_at: Generated<Timestamp>;
	/** Others were named: nothing new is granted to it, what was granted can still be opened */
	replaced_at: Timestamp | null;
	/** Switched off: nothing can be opened with it any more, and what was wrapped for its custodians is deleted */
	ended_at: Timestamp | null;
};

export type RecoveryOpeningRow = {
	id: string;
	relationship_id: string;
	epoch: number;
	recovery_key_id: string;
	member_ids: string[];
	/** Who asks, and will read */
	custodian_id: string;
	identity_id: string;
	/** Why; read by the members and the custodians */
	reason: Sealed;
	/** When, by the clock of the custodian's browser; part of what was signed, so that the other custodian's browser can count the hours itself */
	said_at: Timestamp;
	signature: Buffer;
	/** When, by the database's clock. Nobody but the database sets it: the 72 hours count from here. */
	asked_at: Generated<Timestamp>;
};

export type RecoveryStepRow = {
	id: GeneratedAlways<string>;
	opening_id: string;
	act: "agreed" | "objected" | "peeled" | "read" | "withdrawn";
	person_id: string;
	/** The inner wrap, which only the custodian who asked can open */
	peeled: Buffer | null;
	at: Generated<Timestamp>;
};

export type ReferralRow = {
	id: Generated<string>;
	relationship_id: string;
	program_id: string;
	/** The members of the relationship, so that a policy can ask who is one of them */
	member_ids: string[];
	/** Who asked */
	person_id: string;
	asked_at: Generated<Timestamp>;
	facilitator_id: string | null;
	taken_at: Timestamp | null;
	/** Whom the facilitator asked to go on in their place, until they do */
	handed_to_id: string | null;
	/** When who asked let the other members know; before, they do not learn of it */
	shared_at: Timestamp | null;
	/** When it was over, at whose word is not kept; ninety days later the row goes */
	closed_at: Timestamp | null;
};

export type RelationshipRow = {
	id: Generated<string>;
	program_id: string;
	proposal_id: string | null;
	kind: "one-to-one" | "reverse" | "peer" | "circle" | "flash" | "shadowing";
	/** The members once more, so that a policy can ask "am I one of them" without asking relationship_member about itself */
	member_ids: string[];
	began_at: Generated<Timestamp>;
	/** What the mentor is there for, as the round named it; null where it had no kinds */
	mentor_kind: string | null;
};

export type RelationshipClauseRow = {
	id: Generated<string>;
	relationship_id: string;
	author_id: string;
	/** Encrypted with a key that is not in the database */
	words: Sealed;
	proposed_at: Generated<Timestamp>;
};

export type RelationshipClauseAcceptanceRow = {
	clause_id: string;
	person_id: string;
	accepted_at: Generated<Timestamp>;
};

export type RelationshipEndingRow = {
	relationship_id: string;
	ended_at: Generated<Timestamp>;
};

export type RelationshipKeyRow = {
	relationship_id: string;
	epoch: number;
	key_name: Buffer;
	made_by: string;
	made_at: Generated<Timestamp>;
	/** Somebody who held this key is no member any more: nothing new is to be written under it */
	is_outworn: Generated<boolean>;
};

export type RelationshipKeyGrantRow = {
	relationship_id: string;
	epoch: number;
	to_identity: string;
	to_person: string;
	by_identity: string;
	by_person: string;
	ephemeral: Buffer;
	wrapped: Buffer;
	signature: Buffer;
	made_at: Generated<Timestamp>;
};

export type RelationshipMemberRow = {
	relationship_id: string;
	person_id: string;
	side: "mentor" | "mentee" | "peer" | "facilitator";
};

export type ReplyTallyRow = {
	day: string;
	outcome: "taken" | "unknown" | "outdated" | "unreadable";
	count: Generated<number>;
};

export type RetentionPeriodRow = {
	kind: string;
	days: number;
	changed_by: string | null;
	changed_at: Generated<Timestamp>;
};

export type RoundRow = {
	id: Generated<string>;
	program_id: string;
	number: number;
	status: "draft" | "computing" | "proposed" | "published" | "closed" | "failed";
	/** The same document as the command line's match reads; see docs/matching-policy.schema.json */
	policy: Json;
	policy_version: Generated<number>;
	seed: string;
	objective: Generated<"people" | "total" | "fair" | "worst-first" | "stable">;
	/** Totals, bound, gap, objective and the counts behind the board; the pairs themselves are proposals */
	result: Json | null;
	fingerprint: string | null;
	computed_at: Timestamp | null;
	published_at: Timestamp | null;
	published_by: string | null;
	answer_by: string | null;
	created_by: string | null;
	created_at: Generated<Timestamp>;
	/** Of the objective fair: what every group has at least of the best-off group's, in millionths */
	equity_ratio: number | null;
	/** Of the objective fair: whether the share of mentees with a mentor is compared, or the mean score */
	equity_measure: Generated<"access" | "quality">;
};

export type RoundAuditRow = {
	round_id: string;
	fact: string;
	/** Of the plan that was audited */
	fingerprint: string;
	/** By group: members, how many would have another mentor, gain or lose one; or why there is nothing to compare */
	result: Json;
	computed_at: Generated<Timestamp>;
};

export type RoundChangeRow = {
	round_id: string;
	number: number;
	kind: "pin" | "forbid" | "swap" | "release" | "place" | "plan" | "policy" | "draft";
	/** What was and what is: pairs with their decision, a mentor's supposed places, the objective, or the policy */
	detail: Json;
	changed_by: string | null;
	changed_at: Generated<Timestamp>;
	undone_at: Timestamp | null;
	undone_by: string | null;
};

export type RoundDecisionRow = {
	round_id: string;
	mentee_id: string;
	mentor_id: string;
	/** release: taken back since the last run; the next run deletes it */
	decision: "pin" | "forbid" | "release";
	decided_by: string | null;
	decided_at: Generated<Timestamp>;
	/** Of a pin under a policy with kinds: which kind it is for */
	mentor_kind: string | null;
};

export type RoundEffectRow = {
	round_id: string;
	before: Json;
	moved: number;
	change_number: number | null;
};

export type RoundInputRow = {
	round_id: string;
	taken_at: Generated<Timestamp>;
	/** The document of the run, with the pairs that private answers rule out */
	policy: Sealed;
	/** Facts by person, with wishes and what was declared for pairing alone */
	mentors: Sealed;
	/** As mentors */
	mentees: Sealed;
};

export type RoundOverrideRow = {
	round_id: string;
	decision: "pin" | "forbid" | "swap";
	fact: string;
	value: string;
	people: number;
	/** Mentees of the group in the round; fewer than five are counted with the others */
	members: number;
};

export type RoundPlaceRow = {
	round_id: string;
	mentor_id: string;
	extra: number;
};

export type RoundPlanRow = {
	round_id: string;
	kind: "people" | "total" | "fair" | "worst-first" | "stable";
	/** People, pairs, total, proved bound and worst pair (millionths of a point), and how many pairs of people would both rather have each other */
	totals: Json;
	/** Mentee, mentor and points in millionths of every pair */
	pairs: Json;
	/** Access and quality by group of facts that the directory shows anyway; groups under five are taken together. Nothing declared in confidence stands here. */
	groups: Generated<Json>;
	/** What each ratio between groups costs, with its proved bound; empty but for the equity-guarded plan */
	frontier: Generated<Json>;
	fingerprint: string;
};

export type RoundProgressRow = {
	round_id: string;
	/** A run stores its result only while this still names it: one that was cancelled or overtaken leaves nothing */
	run_id: Generated<string>;
	done: Generated<number>;
	total: Generated<number>;
	phase: Generated<string>;
	cancelled_at: Timestamp | null;
	problem: Json | null;
	updated_at: Generated<Timestamp>;
};

export type RoundSignOffRow = {
	round_id: string;
	note: string;
	fingerprint: string;
	/** How many pairs were pinned or ruled out by hand */
	decisions: number;
	signed_by: string | null;
	signed_at: Generated<Timestamp>;
	/** What the published plan was planned for, with its ratio and measure where groups were kept within one; empty in sign-offs from before this was kept */
	objective: string | null;
	equity_ratio: number | null;
	equity_measure: string | null;
	/** The version of the policy it was planned under */
	policy_version: number | null;
};

export type RoundWorkRow = {
	round_id: string;
	/** equity: beside the plan shown, those for other aims where they follow, the one that keeps a ratio between groups, what the other measure would cost, and the proof of the integer optimum; audit: the round solved again with groups exchanged */
	work: "equity" | "audit";
	/** Of the plan that the work is about. Its result is stored only while this still names it and nothing ended it. */
	fingerprint: string;
	stage: Generated<"waiting" | "other-plans" | "guarded-plan" | "other-measure" | "proof" | "exchange">;
	/** Figures: seconds at work, parts done and how many there are, the best bound and the gap that the solver tells */
	progress: Generated<Json>;
	/** stopped: by a person; failed: by an error; undecided: the integer solver's time was not enough, or it is not installed */
	ended: "stopped" | "failed" | "undecided" | null;
	updated_at: Generated<Timestamp>;
};

export type RoundtableRow = {
	id: Generated<string>;
	program_id: string;
	host_id: string;
	/** In the words of the host; everyone in the program reads it */
	topic: string;
	/** A room, or a link to a call; everyone in the program reads it */
	place: string | null;
	starts_at: Timestamp;
	ends_at: Timestamp;
	/** The zone it was offered in */
	zone: string;
	seats: number;
	offered_at: Generated<Timestamp>;
	/** Null: it takes place */
	called_off_at: Timestamp | null;
	/** How often its day, time or place changed, or that it was called off: what calendars call the sequence */
	sequence: Generated<number>;
};

export type RoundtableSeatRow = {
	id: Generated<string>;
	roundtable_id: string;
	program_id: string;
	person_id: string;
	is_host: Generated<boolean>;
	asked_at: Generated<Timestamp>;
	/** What their calendar was told last: that it takes place with them, or that it is called off; null: nothing yet */
	told: "on" | "off" | null;
	/** Whether they keep the seat: yes, for they asked for it, or perhaps; null: it was moved since, or falls on a session, and they have not said */
	answer: Generated<"yes" | "tentative" | null>;
	/** Which sequence of the roundtable their calendar was told last; null: none yet */
	told_sequence: number | null;
};

export type SavedMappingRow = {
	id: Generated<string>;
	name: string;
	mapping: Json;
	saved_by: string | null;
	saved_at: Generated<Timestamp>;
};

export type SealingComparisonRow = {
	by_identity: string;
	of_identity: string;
	by_person: string;
	assurance: "seen" | "compared";
	signature: Buffer;
	made_at: Generated<Timestamp>;
};

export type SealingIdentityRow = {
	id: string;
	person_id: string;
	signing_key: Buffer;
	agreement_key: Buffer;
	/** Signature of the signing key over both keys and whose they are */
	proof: Buffer;
	made_at: Generated<Timestamp>;
	/** When the person made new keys because these were lost; null for those in use */
	replaced_at: Timestamp | null;
};

export type SealingSecretRow = {
	identity_id: string;
	person_id: string;
	sealed_keys: Buffer;
};

export type SeekRow = {
	person_id: string;
	competency_id: string;
	level: number;
	source: Generated<"self" | "import" | "nomination">;
};

export type SensitiveFactRow = {
	person_id: string;
	fact: string;
	proposed: string | null;
	declared: string | null;
	declared_at: Timestamp | null;
	/** When the person agreed that pairing may use it; null: it may not */
	pairing_agreed_at: Timestamp | null;
	audit_agreed_at: Timestamp | null;
	/** When the person deleted it: nothing is kept but that no file may propose it again */
	deleted_at: Timestamp | null;
};

export type SessionRow = {
	id: string;
	relationship_id: string;
	/** reflection and case-table are answered in one's own time between start and end, and take nobody's calendar */
	format: "one-to-one" | "coffee" | "reflection" | "case-table" | "shadow-day" | "circle" | "flash" | "roundtable-seat";
	state: Generated<"proposed" | "booked" | "held" | "cancelled" | "missed">;
	starts_at: Timestamp;
	ends_at: Timestamp;
	/** The time zone it was agreed in: moving the rules of a zone moves the session with them */
	zone: string;
	follows_cadence: Generated<boolean>;
	/** Goes up whenever calendars must be told: the SEQUENCE of RFC 5545 */
	sequence: Generated<number>;
	/** A room or a link to a call. Encrypted with a key that is not in the database */
	place: Sealed | null;
	/** Null: Baton, from the cadence */
	booked_by: string | null;
	booked_at: Generated<Timestamp>;
	/** The time it takes from its members; empty unless booked */
	busy: GeneratedAlways<string>;
	/** By how much a calendar of somebody who left was told a higher sequence than the session has; 0: nobody was */
	left_lead: Generated<number>;
};

export type SessionMemberRow = {
	session_id: string;
	person_id: string;
	relationship_id: string;
	/** As in session: follows it by itself */
	busy: string;
	answer: "yes" | "no" | "tentative" | null;
	answered_at: Timestamp | null;
	/** How the answer came; one that came by mail may be from anybody who knows the invitation */
	answered_through: "page" | "link" | "mail" | null;
	/** The last change of the session that this person was mailed, as its sequence; null: none */
	told_sequence: number | null;
	/** By how much this member's calendar is told a higher sequence than the session has */
	lead: Generated<number>;
	/** When this member's calendar program proposed that the session begin instead; null: nothing is proposed, or it was settled */
	counter_at: Timestamp | null;
};

export type SessionQuestionRow = {
	session_id: string;
	relationship_id: string;
	/** Encrypted with a key that is not in the database */
	words: Sealed;
	author_id: string;
};

export type SessionResponseRow = {
	session_id: string;
	person_id: string;
	relationship_id: string;
	/** Encrypted with a key that is not in the database */
	words: Sealed;
	given_at: Generated<Timestamp>;
};

export type SignInRow = {
	token_hash: Buffer;
	person_id: string;
	method: "password" | "link" | "set-up" | "demonstration" | "passkey" | "single-sign-on";
	/** Browser and system family, for the person to recognise; never the whole user agent */
	device: Generated<string>;
	signed_in_at: Generated<Timestamp>;
	seen_at: Generated<Timestamp>;
	expires_at: Timestamp;
	/** What a person ends one of their sign-ins by; the hash of its token never leaves the database */
	id: Generated<string>;
};

export type SignInLinkRow = {
	token_hash: Buffer;
	person_id: string;
	purpose: "invitation" | "magic-link" | "password-reset";
	made_by: string | null;
	made_at: Generated<Timestamp>;
	expires_at: Timestamp;
	used_at: Timestamp | null;
};

export type StyleAnswerRow = {
	person_id: string;
	question: string;
	answer: number;
};

export type UnlockerRow = {
	id: string;
	identity_id: string;
	person_id: string;
	kind: "passkey" | "recovery-code" | "passphrase" | "device";
	/** What the person calls it, or the device it belongs to */
	label: Generated<string>;
	salt: Buffer;
	/** Of PBKDF2; 0 for what needs no stretching */
	rounds: number;
	wrapped: Buffer;
	/** The passkey to ask, base64url */
	credential_id: string | null;
	made_at: Generated<Timestamp>;
};

export type UnmatchedRow = {
	round_id: string;
	person_id: string;
	side: "mentor" | "mentee";
	missing: number;
	reason: Json;
	mentors_before: string[] | null;
	/** The kind of mentor that is missing; empty where the policy has no kinds */
	mentor_kind: Generated<string>;
};

export type WishRow = {
	program_id: string;
	person_id: string;
	wished_id: string;
};

export type WorkingHoursRow = {
	person_id: string;
	/** 0 is Monday from 0 to 1, 167 is Sunday from 23 to 24 */
	hours: number[];
	painted_at: Generated<Timestamp>;
};

export type WriteUpRow = {
	session_id: string;
	author_id: string;
	relationship_id: string;
	/** What we decided. Encrypted with a key that is not in the database */
	decided: Sealed;
	/** What may be worth keeping; empty: nothing. Encrypted with a key that is not in the database */
	keeping: Sealed;
	written_at: Generated<Timestamp>;
};

export type Schema = {
	agenda_item: AgendaItemRow;
	agreement_acceptance: AgreementAcceptanceRow;
	agreement_draft: AgreementDraftRow;
	agreement_text: AgreementTextRow;
	artifact: ArtifactRow;
	artifact_part: ArtifactPartRow;
	attempt: AttemptRow;
	attendance: AttendanceRow;
	blocked_pair: BlockedPairRow;
	busy_time: BusyTimeRow;
	cadence: CadenceRow;
	calendar_address: CalendarAddressRow;
	calendar_feed: CalendarFeedRow;
	case_limit: CaseLimitRow;
	charter: CharterRow;
	chemistry: ChemistryRow;
	chemistry_answer: ChemistryAnswerRow;
	chemistry_apart: ChemistryApartRow;
	chemistry_talk: ChemistryTalkRow;
	circle_seat: CircleSeatRow;
	commitment: CommitmentRow;
	competency: CompetencyRow;
	competency_catalogue: CompetencyCatalogueRow;
	competency_change: CompetencyChangeRow;
	concern: ConcernRow;
	concern_event: ConcernEventRow;
	concern_key: ConcernKeyRow;
	concern_key_grant: ConcernKeyGrantRow;
	concern_text: ConcernTextRow;
	concern_trust: ConcernTrustRow;
	correction_request: CorrectionRequestRow;
	curriculum: CurriculumRow;
	custom_field: CustomFieldRow;
	delegation: DelegationRow;
	demonstration_cast: DemonstrationCastRow;
	digest_look: DigestLookRow;
	directory_word: DirectoryWordRow;
	dry_run: DryRunRow;
	eligibility: EligibilityRow;
	employment: EmploymentRow;
	ending_publication: EndingPublicationRow;
	ending_question: EndingQuestionRow;
	ending_tally: EndingTallyRow;
	enrolment: EnrolmentRow;
	erasure_request: ErasureRequestRow;
	farewell: FarewellRow;
	first_step_done: FirstStepDoneRow;
	form_key: FormKeyRow;
	goal: GoalRow;
	grade: GradeRow;
	hand_over: HandOverRow;
	holiday: HolidayRow;
	identity: IdentityRow;
	identity_flow: IdentityFlowRow;
	journal: JournalRow;
	journal_checkpoint: JournalCheckpointRow;
	journal_leaf: JournalLeafRow;
	journal_pseudonym: JournalPseudonymRow;
	journal_tree: JournalTreeRow;
	journal_waiting: JournalWaitingRow;
	learning: LearningRow;
	learning_done: LearningDoneRow;
	learning_file: LearningFileRow;
	learning_file_part: LearningFilePartRow;
	learning_step: LearningStepRow;
	link_request: LinkRequestRow;
	lottery: LotteryRow;
	lottery_entry: LotteryEntryRow;
	lottery_seed: LotterySeedRow;
	mail: MailRow;
	mail_calendar: MailCalendarRow;
	mail_choice: MailChoiceRow;
	mail_trouble: MailTroubleRow;
	mentoring_circle: MentoringCircleRow;
	milestone: MilestoneRow;
	nomination: NominationRow;
	note: NoteRow;
	offer: OfferRow;
	office: OfficeRow;
	organisation: OrganisationRow;
	pair_matter: PairMatterRow;
	passkey: PasskeyRow;
	passkey_challenge: PasskeyChallengeRow;
	password: PasswordRow;
	people_import: PeopleImportRow;
	people_import_change: PeopleImportChangeRow;
	people_import_problem: PeopleImportProblemRow;
	people_import_progress: PeopleImportProgressRow;
	people_import_row: PeopleImportRowRow;
	person: PersonRow;
	place_request: PlaceRequestRow;
	plan_draft: PlanDraftRow;
	plan_draft_result: PlanDraftResultRow;
	profile: ProfileRow;
	program: ProgramRow;
	program_curriculum: ProgramCurriculumRow;
	program_step: ProgramStepRow;
	program_step_done: ProgramStepDoneRow;
	program_step_file: ProgramStepFileRow;
	program_step_file_part: ProgramStepFilePartRow;
	proposal: ProposalRow;
	proposal_answer: ProposalAnswerRow;
	proposal_reminder: ProposalReminderRow;
	pulse: PulseRow;
	quiet_period: QuietPeriodRow;
	recovery_consent: RecoveryConsentRow;
	recovery_copy: RecoveryCopyRow;
	recovery_custodian: RecoveryCustodianRow;
	recovery_epoch: RecoveryEpochRow;
	recovery_key: RecoveryKeyRow;
	recovery_opening: RecoveryOpeningRow;
	recovery_step: RecoveryStepRow;
	referral: ReferralRow;
	relationship: RelationshipRow;
	relationship_clause: RelationshipClauseRow;
	relationship_clause_acceptance: RelationshipClauseAcceptanceRow;
	relationship_ending: RelationshipEndingRow;
	relationship_key: RelationshipKeyRow;
	relationship_key_grant: RelationshipKeyGrantRow;
	relationship_member: RelationshipMemberRow;
	reply_tally: ReplyTallyRow;
	retention_period: RetentionPeriodRow;
	round: RoundRow;
	round_audit: RoundAuditRow;
	round_change: RoundChangeRow;
	round_decision: RoundDecisionRow;
	round_effect: RoundEffectRow;
	round_input: RoundInputRow;
	round_override: RoundOverrideRow;
	round_place: RoundPlaceRow;
	round_plan: RoundPlanRow;
	round_progress: RoundProgressRow;
	round_sign_off: RoundSignOffRow;
	round_work: RoundWorkRow;
	roundtable: RoundtableRow;
	roundtable_seat: RoundtableSeatRow;
	saved_mapping: SavedMappingRow;
	sealing_comparison: SealingComparisonRow;
	sealing_identity: SealingIdentityRow;
	sealing_secret: SealingSecretRow;
	seek: SeekRow;
	sensitive_fact: SensitiveFactRow;
	session: SessionRow;
	session_member: SessionMemberRow;
	session_question: SessionQuestionRow;
	session_response: SessionResponseRow;
	sign_in: SignInRow;
	sign_in_link: SignInLinkRow;
	style_answer: StyleAnswerRow;
	unlocker: UnlockerRow;
	unmatched: UnmatchedRow;
	wish: WishRow;
	working_hours: WorkingHoursRow;
	write_up: WriteUpRow;
};
