// Generated from the migrated database by `npm run generate`. Do not edit.
import type { ColumnType, GeneratedAlways } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;

export type AttemptRow = {
	kind: string;
	subject: string;
	window_start: Timestamp;
	count: Generated<number>;
};

export type BlockedPairRow = {
	program_id: string;
	person_id: string;
	other_id: string;
	entered_by: string | null;
	entered_at: Generated<Timestamp>;
};

export type CharterRow = {
	program_id: string;
	version: number;
	body: Json;
	written_by: string | null;
	written_at: Generated<Timestamp>;
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

export type CustomFieldRow = {
	key: string;
	label: string;
	kind: "text" | "list" | "number" | "date" | "scale";
	scale: Generated<string[]>;
	is_sensitive: Generated<boolean>;
	created_at: Generated<Timestamp>;
};

export type DemonstrationCastRow = {
	person_id: string;
	role: string;
};

export type DirectoryWordRow = {
	word: string;
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

export type FormKeyRow = {
	key: string;
	person_id: string | null;
	at: Generated<Timestamp>;
	location: string | null;
};

export type GradeRow = {
	name: string;
	position: number;
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

export type MailRow = {
	id: Generated<string>;
	person_id: string;
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

export type OfferRow = {
	person_id: string;
	competency_id: string;
	level: number;
	source: Generated<"self" | "import" | "nomination">;
};

export type OfficeRow = {
	id: Generated<string>;
	person_id: string;
	office: "administrator" | "program-manager" | "coordinator" | "analyst" | "committee-member" | "facilitator" | "learning-partner";
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
};

export type ProposalAnswerRow = {
	proposal_id: string;
	person_id: string;
	answer: "yes" | "not-now" | "ask-me-more";
	question: string | null;
	answered_at: Generated<Timestamp>;
};

export type RelationshipRow = {
	id: Generated<string>;
	program_id: string;
	proposal_id: string | null;
	kind: "one-to-one" | "reverse" | "peer" | "circle" | "flash" | "shadowing";
	/** The members once more, so that a policy can ask "am I one of them" without asking relationship_member about itself */
	member_ids: string[];
	began_at: Generated<Timestamp>;
};

export type RelationshipEndingRow = {
	relationship_id: string;
	ended_at: Generated<Timestamp>;
};

export type RelationshipMemberRow = {
	relationship_id: string;
	person_id: string;
	side: "mentor" | "mentee" | "peer" | "facilitator";
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
	objective: Generated<"people" | "total">;
	/** Totals, bound, gap, objective and the counts behind the board; the pairs themselves are proposals */
	result: Json | null;
	fingerprint: string | null;
	computed_at: Timestamp | null;
	published_at: Timestamp | null;
	published_by: string | null;
	answer_by: string | null;
	created_by: string | null;
	created_at: Generated<Timestamp>;
};

export type RoundDecisionRow = {
	round_id: string;
	mentee_id: string;
	mentor_id: string;
	/** release: taken back since the last run; the next run deletes it */
	decision: "pin" | "forbid" | "release";
	decided_by: string | null;
	decided_at: Generated<Timestamp>;
};

export type RoundInputRow = {
	round_id: string;
	policy: Json;
	mentors: Json;
	mentees: Json;
	taken_at: Generated<Timestamp>;
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

export type SavedMappingRow = {
	id: Generated<string>;
	name: string;
	mapping: Json;
	saved_by: string | null;
	saved_at: Generated<Timestamp>;
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

export type SignInRow = {
	token_hash: Buffer;
	person_id: string;
	method: "password" | "link" | "set-up" | "demonstration";
	/** Browser and system family, for the person to recognise; never the whole user agent */
	device: Generated<string>;
	signed_in_at: Generated<Timestamp>;
	seen_at: Generated<Timestamp>;
	expires_at: Timestamp;
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

export type UnmatchedRow = {
	round_id: string;
	person_id: string;
	side: "mentor" | "mentee";
	missing: number;
	reason: Json;
	mentors_before: string[] | null;
};

export type WishRow = {
	program_id: string;
	person_id: string;
	wished_id: string;
};

export type Schema = {
	attempt: AttemptRow;
	blocked_pair: BlockedPairRow;
	charter: CharterRow;
	competency: CompetencyRow;
	competency_catalogue: CompetencyCatalogueRow;
	competency_change: CompetencyChangeRow;
	custom_field: CustomFieldRow;
	demonstration_cast: DemonstrationCastRow;
	directory_word: DirectoryWordRow;
	eligibility: EligibilityRow;
	employment: EmploymentRow;
	enrolment: EnrolmentRow;
	form_key: FormKeyRow;
	grade: GradeRow;
	journal: JournalRow;
	mail: MailRow;
	nomination: NominationRow;
	offer: OfferRow;
	office: OfficeRow;
	organisation: OrganisationRow;
	password: PasswordRow;
	people_import: PeopleImportRow;
	people_import_change: PeopleImportChangeRow;
	people_import_problem: PeopleImportProblemRow;
	people_import_progress: PeopleImportProgressRow;
	people_import_row: PeopleImportRowRow;
	person: PersonRow;
	profile: ProfileRow;
	program: ProgramRow;
	proposal: ProposalRow;
	proposal_answer: ProposalAnswerRow;
	relationship: RelationshipRow;
	relationship_ending: RelationshipEndingRow;
	relationship_member: RelationshipMemberRow;
	round: RoundRow;
	round_decision: RoundDecisionRow;
	round_input: RoundInputRow;
	round_progress: RoundProgressRow;
	saved_mapping: SavedMappingRow;
	seek: SeekRow;
	sensitive_fact: SensitiveFactRow;
	sign_in: SignInRow;
	sign_in_link: SignInLinkRow;
	style_answer: StyleAnswerRow;
	unmatched: UnmatchedRow;
	wish: WishRow;
};
