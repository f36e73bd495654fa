/** A reason not to start, in one sentence that says what to do. Ends the process with exit code 1 and no stack trace. */
export class StartupProblem extends Error {
	override readonly name = "StartupProblem";
}
