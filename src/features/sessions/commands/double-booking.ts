import { Conflict } from "../../../platform/http/refusal.ts";
import { t } from "../../../ui/text.ts";

/** Does what may meet the database's rule that nobody is in two sessions at once. Who is busy, and with whom, stays unsaid. */
export async function refusingDoubleBooking<T>(
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "23P01")
			throw new Conflict(
				t("One of you is in another session at that time. Choose another one."),
			);
		throw error;
	}
}
