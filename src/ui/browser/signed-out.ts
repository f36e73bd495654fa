// Where nobody is signed in, no keys stay open: those of a sign-in that has ended are closed.
import { closeWithSignIn } from "./sealing/keyring.ts";
import { openMemory, peopleRemembered } from "./sealing/memory.ts";

for (const person of await peopleRemembered())
	await closeWithSignIn(await openMemory(person));
