import { action, page, type Route } from "../../../platform/http/route.ts";
import {
	done,
	redirect,
	show,
	type Visit,
} from "../../../platform/http/visit.ts";
import type { FormState } from "../../../ui/form.tsx";
import { t } from "../../../ui/text.ts";
import { addToDirectory } from "../commands/record.ts";
import { RecordForm } from "../forms/record.ts";
import { recordKeepers } from "../keeps-records.ts";
import { personName } from "../person-name.ts";
import { recordChoices } from "../queries/record.ts";
import { NewPersonPage } from "../views/new-person.tsx";

/** Stands before the pages of people: "new" is no id. */
export const newPersonRoutes: readonly Route[] = [
	page("/people/new", {
		allow: recordKeepers,
		what: "The form to add one person by hand",
		show: (visit) => newPersonPage(visit),
	}),
	action("/people/new", {
		allow: recordKeepers,
		what: "Add one person by hand",
		form: RecordForm,
		act: async (visit, input) => {
			const id = await addToDirectory(visit.tx, input);
			return redirect(
				`/people/${id}?added=yes`,
				done(
					t(
						"{name} is in the directory. Invite them to sign in when you like.",
						{ name: personName(input.person) },
					),
				),
			);
		},
		again: newPersonPage,
	}),
];

async function newPersonPage(visit: Visit, state?: FormState) {
	return show(
		<NewPersonPage
			frame={visit.frame}
			choices={await recordChoices(visit.db)}
			state={state}
		/>,
	);
}
