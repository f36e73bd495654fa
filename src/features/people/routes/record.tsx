import {
	action,
	journalledPage,
	type Route,
} from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
	visitorOf,
	type Writing,
} from "../../../platform/http/visit.ts";
import { record } from "../../../platform/journal/journal.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { changeRecord } from "../commands/record.ts";
import { RecordForm } from "../forms/record.ts";
import { officeKeeping, recordKeepers } from "../keeps-records.ts";
import { customFields, employmentOf } from "../queries/employment.ts";
import { findPerson, readId, seeksOf } from "../queries/person.ts";
import { recordChoices, recordFacts } from "../queries/record.ts";
import { RecordFormPage } from "../views/record-form.tsx";
import { RecordPage } from "../views/record.tsx";

/** What HR says about someone: opened by few, and never without the person being able to see it. */
export const recordRoutes: readonly Route[] = [
	journalledPage("/people/:person/record", {
		allow: recordKeepers,
		what: "What HR says about a person; the reading is journalled and the person sees it",
		show: async (visit) => {
			const person = await findPerson(visit.db, visit.params.person);
			await recordReading(visit, person.id);
			return show(
				<RecordPage
					frame={visit.frame}
					person={person}
					employment={await employmentOf(visit.db, person.id)}
					fields={await customFields(visit.db)}
					seeks={await seeksOf(visit.db, person.id)}
					seesSeeks={visitorOf(visit).offices.some(
						({ office }) => office === "program-manager",
					)}
				/>,
			);
		},
	}),
	journalledPage("/people/:person/record/edit", {
		allow: recordKeepers,
		what: "The form to change what HR says; the reading is journalled too",
		show: async (visit) => {
			await recordReading(visit, readId(visit.params.person));
			return recordForm(visit);
		},
	}),
	action("/people/:person/record", {
		allow: recordKeepers,
		what: "Change what HR says about a person",
		form: RecordForm,
		act: async (visit, input) => {
			const { id } = await findPerson(visit.db, visit.params.person);
			await changeRecord(visit.tx, id, input);
			return redirect(
				`/people/${id}`,
				done(
					t("The record is changed. {name} can see that it was.", {
						name: input.person.first_name,
					}),
				),
			);
		},
		again: (visit, state) => recordForm(visit, state),
	}),
];

async function recordForm(
	visit: Visit<"/people/:person/record">,
	state?: FormState,
) {
	const id = readId(visit.params.person);
	return show(
		<RecordFormPage
			frame={visit.frame}
			id={id}
			facts={await recordFacts(visit.db, id)}
			choices={await recordChoices(visit.db)}
			state={state}
		/>,
	);
}

/** Looking at one's own record is no reading by an office. */
async function recordReading(visit: Writing, person: string): Promise<void> {
	if (visitorOf(visit).id === person) return;
	await record(visit.tx, {
		act: "read-record",
		about: person,
		detail: { office: officeKeeping(visit) ?? null },
	});
}
