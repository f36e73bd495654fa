/**
 * Who may do what with the rows of each protected table: r(ead), a(dd), c(hange), d(elete), t(ake over or answer) and w(ithdraw) where particular.ts has such a change, followed by a number where it is not all of the rows that
 * filled-database.ts made. The subject is the person (or the mentee) a row names, the partner the second person of a pair, the author whoever
 * stands in a column "…_by", a colleague nobody in particular, the custodians two of three (custody-rows.ts); office holders are for the program
 * of the row unless they are "elsewhere". What comes later in a line stands for whom it names more exactly. Who is not named can do nothing.
 *
 * A new table fails the test until it has its line; the test prints it. Read it as somebody who must not get in, before you paste it here.
 */
export const rowRights: Readonly<Record<string, string>> = {
	agenda_item:
		"partner ra1d, process demonstration a, process erasure racd, subject ra1d",
	agreement_acceptance:
		"partner r, process agreements r, process demonstration ra, process erasure ra, subject ra1",
	agreement_draft: "its managers racd, process erasure racd",
	agreement_text:
		"everyone r, process agreements r, process demonstration ra, process erasure ra, program manager ra1",
	artifact: "partner r, process erasure rad, subject ra1d",
	artifact_part: "partner r, process erasure rad, subject ra",
	attendance:
		"its managers r, partner r, process erasure rac, process session-link r, process sessions rac, subject r",
	attempt:
		"process erasure racd, process housekeeping rd, process sign-in racd",
	blocked_pair:
		"its managers rad, process demonstration a, process erasure rad, process pairing r, subject r1a1d1",
	busy_time: "delegate r, process calendar rad, process erasure rad, subject r",
	cadence:
		"its managers r, partner rc2, process demonstration a, process erasure rac, process pairing ra, process sessions r, subject ra1c2",
	calendar_address: "process calendar racd, process erasure racd, subject racd",
	calendar_feed: "process calendar racd, process erasure racd, subject racd",
	case_limit: "process demonstration a, process erasure racd, subject racd",
	chemistry:
		"its managers racd, partner r, process erasure racd, process pairing racd, subject r",
	chemistry_answer: "process erasure racd, process pairing rd, subject racd",
	chemistry_apart: "process erasure rad, process pairing ra",
	chemistry_talk:
		"its managers r, partner r, process erasure rad, process pairing rad, subject r",
	commitment:
		"partner rac, process demonstration a, process erasure rac, process session-link a, subject rac",
	concern:
		"ombudsperson rct, process erasure ractd, process housekeeping rd, subject ra2c",
	concern_event:
		"ombudsperson r, process erasure rad, process housekeeping rd, subject ra",
	concern_key:
		"ombudsperson r, process erasure rad, process housekeeping rd, subject ra1",
	concern_key_grant:
		"ombudsperson r, process erasure rad, process housekeeping rd, subject ra1",
	concern_text:
		"ombudsperson r, process erasure rad, process housekeeping rd, subject ra1",
	concern_trust: "process erasure rad, process housekeeping rd, subject ra",
	correction_request:
		"people offices rt, process erasure ractwd, process housekeeping rd, subject ra7w7",
	curriculum:
		"everyone r1, people offices rac, administrator r1, learning partner rac, process demonstration rac, process erasure rac",
	delegation:
		"delegate r, partner r2, process erasure racd, process housekeeping rc, subject ra2c",
	demonstration_cast:
		"every process r, everyone r, process demonstration ra, process erasure rad",
	digest_look: "process erasure racd, process mail racd, subject r",
	directory_word:
		"everyone r, people offices ra, process demonstration a, process erasure rad, process housekeeping rd, process people-import a, process set-up a",
	employment:
		"people offices racd, process demonstration racd, process erasure racd, process pairing rd, process people-import racd, process set-up rd, process single-sign-on r, subject r",
	ending_publication: "its managers r, process endings ra, process erasure ra",
	ending_question: "process endings rad, process erasure rad, subject r",
	ending_tally: "process endings racd, process erasure racd",
	dry_run:
		"manager of all r, process dry-run rac, process erasure rac, program manager ra1",
	enrolment:
		"its managers racd, administrator r1, analyst rc1, author r1a1, committee r, process demonstration racd, process erasure racd, process housekeeping racd, process lottery racd, process pairing rd, process people-import racd, subject r34a18c34",
	erasure_request:
		"administrator rt, process erasure ractwd, process housekeeping ra2d, subject ra8w10",
	farewell: "partner r, process erasure racd, subject ra1cd",
	first_step_done: "process erasure rad, subject rad",
	form_key: "process erasure racd, process housekeeping racd, subject racd",
	goal: "partner r, process demonstration a, process erasure racd, subject ra1c1",
	holiday:
		"everyone r, administrator racd, process calendar r, process erasure racd",
	identity: "process erasure racd, process sign-in racd, subject ra1d",
	identity_flow: "process erasure rad, process sign-in rad",
	journal:
		"administrator r, analyst r, process erasure rac, process journal r, subject ra",
	journal_checkpoint:
		"administrator r, analyst r, process erasure racd, process housekeeping rd, process journal racd",
	journal_leaf:
		"administrator r, analyst r, process erasure ra, process journal ra",
	journal_pseudonym: "process erasure rac, process journal rac",
	journal_tree:
		"administrator r, analyst r, process erasure rc, process journal rc",
	journal_waiting:
		"every process a, everyone a, administrator ra, analyst ra, process erasure rad, process journal rad",
	learning: "process demonstration a, process erasure racd, subject racd",
	learning_done: "process demonstration a, process erasure rad, subject rad",
	learning_file:
		"everyone r, people offices rad, administrator r, learning partner rad, process demonstration ra, process erasure rad",
	learning_file_part:
		"everyone r, people offices ra, administrator r, learning partner ra, process demonstration ra, process erasure ra",
	learning_step:
		"everyone r, people offices rac, administrator r, learning partner rac, process demonstration ra, process erasure rac",
	link_request:
		"process erasure rad, process housekeeping rd, process sign-in rad",
	lottery:
		"everyone r, managers ra13, manager elsewhere r, process erasure rac, process lottery rac, process people-import r",
	lottery_entry:
		"its managers r, analyst r, committee r, process erasure racd, process lottery racd, process pairing r, subject r",
	lottery_seed: "process erasure rad, process lottery rad",
	mail: "every process but anyone a, everyone a, people offices r5a, process erasure racd, process housekeeping rad, process mail racd, subject ra",
	mail_calendar: "process erasure rad, process mail rad",
	mail_choice: "process erasure racd, process mail racd, subject racd",
	mail_trouble:
		"people offices rd, process erasure racd, process mail racd, subject rd",
	nomination:
		"its managers rac, author r6a5, process demonstration a, process erasure racd, subject ra2",
	milestone:
		"partner r, process demonstration a, process erasure racd, subject ra1c1d1",
	note: "custodian r2, partner r2, process erasure racd, process housekeeping rd, subject ra6d5",
	offer:
		"everyone r, process demonstration racd, process erasure racd, process pairing r, process people-import racd, subject racd",
	office:
		"every process but anyone r, everyone r, administrator rac, process demonstration ra, process erasure racd, process set-up ra",
	pair_matter:
		"its managers racd, committee racd, process erasure racd, process pairing racd",
	passkey: "process erasure racd, process sign-in rcd, subject racd",
	passkey_challenge: "process erasure rad, process sign-in rad",
	password:
		"process demonstration racd, process erasure racd, process set-up racd, process sign-in racd, subject racd",
	people_import:
		"people offices racd, process erasure racd, process housekeeping rcd, process people-import racd",
	people_import_change:
		"process erasure racd, process housekeeping rd, process people-import racd",
	people_import_problem:
		"people offices racd, process erasure racd, process housekeeping rd, process people-import racd",
	people_import_progress:
		"people offices racd, process erasure racd, process housekeeping rd, process people-import racd",
	people_import_row:
		"people offices racd, process erasure racd, process housekeeping rd, process people-import racd",
	person:
		"every process but anyone r, everyone r, people offices racd, ombudsperson rc1, process demonstration racd, process erasure racd, process people-import racd, process set-up racd, subject rc3",
	place_request:
		"its managers rac, partner rac, process erasure racd, process pairing r",
	plan_draft: "its managers rac, process erasure rac, process pairing r",
	plan_draft_result:
		"its managers r, process erasure racd, process pairing racd",
	profile:
		"everyone r, process demonstration racd, process erasure racd, process pairing r, process people-import racd, subject racd",
	program_curriculum:
		"everyone r, managers racd, manager elsewhere r, process demonstration racd, process erasure racd",
	proposal:
		"its managers racd, partner r6, process demonstration racd, process erasure racd, process housekeeping racd, process pairing racd, subject r5",
	proposal_answer:
		"process demonstration racd, process erasure racd, process pairing rd, subject racd",
	proposal_reminder: "process erasure rad, process pairing rad, subject r",
	pulse:
		"process demonstration a, process erasure racd, process pulse r, subject ra1c",
	quiet_period:
		"delegate r, process calendar rd, process erasure rad, subject rad",
	recovery_consent:
		"partner ra1d1, process erasure rad, process housekeeping rd, subject ra3d3",
	recovery_copy:
		"process erasure rad, process housekeeping rd, second custodian r1, subject a",
	recovery_custodian:
		"everyone r, administrator ra2, custodian rc3, process erasure racd, second custodian rc2",
	recovery_epoch:
		"custodian r, partner r, process erasure rad, process housekeeping rd, second custodian r, subject ra1",
	recovery_key: "everyone r, administrator ra1c, process erasure racd",
	recovery_opening:
		"custodian ra, partner r, process erasure rad, process housekeeping rd, second custodian r, subject r",
	recovery_step:
		"custodian ra2, partner r, process erasure rad, process housekeeping rd, second custodian ra2, subject ra2",
	referral:
		"its managers r4, facilitator r5c5, partner r1c1, process erasure racd, process pulse racd, subject ra1c",
	relationship:
		"its managers r, analyst r, committee r, partner r, process agreements r, process demonstration ra, process endings r, process erasure rac, process housekeeping r, process pairing rac1, process pulse r, process sessions r, subject r",
	relationship_clause: "partner rd, process erasure rad, subject ra1d",
	relationship_clause_acceptance: "partner r, process erasure ra, subject ra",
	relationship_ending:
		"its managers r, partner r, process agreements r, process demonstration ra, process endings r, process erasure ra, process housekeeping ra, process pairing ra, process pulse r, process sessions r, subject r",
	relationship_key:
		"partner r, process erasure racd, process housekeeping rcd, subject ra2",
	relationship_key_grant:
		"partner r, process erasure rad, process housekeeping rd, subject ra1",
	relationship_member:
		"its managers r, partner r, process demonstration ra, process erasure rad, process pairing rad5, process pulse r, process sessions r, subject r",
	program_step:
		"its managers racd, analyst r, committee r, facilitator r, process erasure racd, subject r",
	program_step_done: "process erasure rad, subject rad",
	program_step_file:
		"its managers rad, analyst r, committee r, facilitator r, process erasure rad, subject r",
	program_step_file_part:
		"its managers ra, analyst r, committee r, facilitator r, process erasure ra, subject r",
	roundtable:
		"its managers r, analyst r, partner r1c1, process calendar rac, process erasure rac, process sessions r, subject ra1c2",
	roundtable_seat:
		"its managers r, analyst r, process calendar racd, process erasure racd, process sessions r, subject rad",
	hand_over: "process erasure racd, process pairing racd, subject r2",
	circle_seat:
		"its managers ra1, facilitator ra1, process erasure racd, process pairing racd, subject r3c3",
	mentoring_circle:
		"facilitator r, manager of all r, process erasure rac, process pairing rac, program manager ra1, subject r",
	reply_tally: "administrator r, process calendar rac, process erasure rac",
	round_audit:
		"its managers r, analyst r, committee r, process erasure racd, process pairing racd",
	round_change: "its managers rac, process erasure rac, process pairing r",
	round_decision: "its managers racd, process erasure racd, process pairing rd",
	round_effect: "its managers r, process erasure racd, process pairing racd",
	round_input:
		"process erasure racd, process housekeeping rd, process pairing racd",
	round_override: "process erasure rad, process pairing rad",
	round_place: "its managers racd, process erasure racd, process pairing racd",
	round_plan: "its managers r, process erasure racd, process pairing racd",
	round_progress:
		"its managers racd, process erasure racd, process pairing racd",
	round_work:
		"its managers r, analyst r, committee r, process erasure racd, process pairing racd",
	round_sign_off: "manager of all r, process erasure ra, program manager ra1",
	sealing_comparison:
		"author r2a2d2, process erasure rad, process housekeeping rd, program manager r1a1d1, subject r2a2d2",
	sealing_identity:
		"everyone r, process erasure racd, process housekeeping rd, subject racd",
	sealing_secret: "process erasure rad, process housekeeping rd, subject rad",
	seek: "managers r, process demonstration racd, process erasure racd, process pairing rd, process people-import racd, subject racd",
	sensitive_fact:
		"process demonstration a, process erasure racd, process pairing r1, subject racd",
	session:
		"its managers r, delegate rc19, partner ra1c1, process calendar r, process erasure rac, process pulse r, process session-link r, process sessions rac, subject ra1c1",
	session_member:
		"its managers r, delegate r, partner ra1c1, process calendar rc, process erasure racd, process session-link r, process sessions racd, subject ra1c1",
	session_question:
		"partner r, process demonstration a, process erasure ra, subject ra1",
	session_response:
		"partner r, process demonstration a, process erasure rad, subject ra1",
	sign_in:
		"people offices d, process erasure racd, process housekeeping rd, process set-up racd, process sign-in racd, subject racd",
	sign_in_link:
		"process erasure racd, process housekeeping rd, process sign-in racd, program manager a1",
	style_answer:
		"process demonstration a, process erasure racd, process pairing r, subject racd",
	unlocker: "process erasure rad, process housekeeping rd, subject rad",
	unmatched:
		"its managers racd, process demonstration racd, process erasure racd, process pairing racd, subject r",
	wish: "process demonstration ra, process erasure rad, process pairing r, subject rad",
	working_hours:
		"delegate r, process calendar r, process erasure racd, subject racd",
	write_up:
		"partner r, process demonstration a, process erasure rac, process session-link a, subject rac",
};
