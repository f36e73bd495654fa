import { signedIn } from "../../../platform/http/guard.ts";
import { page, type Route } from "../../../platform/http/route.ts";
import { show, type Visit, visitorOf } from "../../../platform/http/visit.ts";
import { readTableState } from "../../../ui/table-state.ts";
import { activeCompetencies } from "../../competencies/queries.ts";
import { keepsRecords } from "../keeps-records.ts";
import {
	directory,
	directoryChoices,
	type DirectoryKey,
} from "../queries/directory.ts";
import { findPerson, offersOf } from "../queries/person.ts";
import { DirectoryPage } from "../views/directory.tsx";
import { PersonPage } from "../views/person.tsx";

export const directoryRoutes: readonly Route[] = [
	page("/people", {
		allow: signedIn,
		what: "The directory of everyone in the organisation",
		show: async (visit) => {
			const state = readDirectoryState(visit);
			const catalogue = await activeCompetencies(visit.db);
			return show(
				<DirectoryPage
					frame={visit.frame}
					state={state}
					found={await directory(visit.db, state, catalogue)}
					choices={await directoryChoices(visit.db)}
					catalogue={catalogue}
					keepsRecords={keepsRecords(visit)}
				/>,
			);
		},
	}),
	page("/people/:person", {
		allow: signedIn,
		what: "What everyone may read about a colleague",
		show: async (visit) => {
			const person = await findPerson(visit.db, visit.params.person);
			return show(
				<PersonPage
					frame={visit.frame}
					person={person}
					offers={await offersOf(visit.db, person.id)}
					keepsRecords={keepsRecords(visit)}
					isSelf={visitorOf(visit).id === person.id}
					isAdded={visit.query.get("added") === "yes"}
				/>,
			);
		},
	}),
];

// What was searched for comes best first; a list without a search is by name.
function readDirectoryState(visit: Visit) {
	const isSearched = (visit.query.get("search") ?? "").trim() !== "";
	return readTableState<DirectoryKey>(visit.frame.path, {
		sortable: ["match", "name", "function", "location"],
		sort: { key: isSearched ? "match" : "name", direction: "ascending" },
		filters: ["function", "location", "competency", "leavers"],
		pageSize: 50,
	});
}
