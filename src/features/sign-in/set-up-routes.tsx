import { anyone } from "../../platform/http/guard.ts";
import { NotFound } from "../../platform/http/refusal.ts";
import { action, page, type Route } from "../../platform/http/route.ts";
import { done, redirect, show, type Visit } from "../../platform/http/visit.ts";
import { t } from "../../ui/text.ts";
import { setUp, signIn } from "./commands.ts";
import { signedInWith } from "./cookie.ts";
import { SetUpForm } from "./forms.ts";
import { passwordTurns } from "./password.ts";
import { isSetUp } from "./queries.ts";
import { SetUpPage } from "./views/set-up.tsx";
import { WelcomePage } from "./views/welcome.tsx";

/** How an empty installation gets its organisation. */
export const setUpRoutes: readonly Route[] = [
	page("/welcome", {
		allow: anyone,
		what: "The two doors of an empty installation",
		show: async (visit) =>
			(await isSetUp(visit.db))
				? redirect("/sign-in")
				: show(<WelcomePage frame={visit.frame} />),
	}),
	page("/set-up", {
		allow: anyone,
		what: "Set up an empty installation",
		show: async (visit) => {
			await refuseTwice(visit);
			return show(<SetUpPage frame={visit.frame} timeZone={machineZone()} />);
		},
	}),
	action("/set-up", {
		allow: anyone,
		what: "Establish the organisation and its first administrator",
		inTurn: passwordTurns,
		form: SetUpForm,
		act: async (visit, input) => {
			const person = await setUp(visit.tx, {
				organisation: input.organisation,
				timeZone: input["time-zone"],
				locale: input.locale,
				firstName: input["first-name"],
				lastName: input["last-name"],
				email: input.email,
				password: input.password,
				runsProgram: input["runs-program"] === "yes",
			});
			const token = await signIn(visit.tx, person, {
				method: "set-up",
				device: visit.device,
			});
			return redirect(
				"/",
				done(t("{name} is set up.", { name: input.organisation })),
				[signedInWith(visit, token)],
			);
		},
		again: (visit, state) =>
			show(
				<SetUpPage
					frame={visit.frame}
					state={state}
					timeZone={machineZone()}
				/>,
			),
	}),
];

async function refuseTwice(visit: Visit): Promise<void> {
	if (await isSetUp(visit.db)) throw new NotFound();
}

function machineZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
