/** What is wrong with the journal. Positions count from 1, in the order of sealing; entries are their numbers. */
export type Problem =
	/** The entry says something else than when it was sealed. */
	| {
			readonly kind: "changed";
			readonly position: number;
			readonly entry: number;
	  }
	/** The entry that stood here is gone. */
	| {
			readonly kind: "removed";
			readonly position: number;
			readonly entry: number;
	  }
	/** The entry is put to another person, or to nobody without an erasure. */
	| {
			readonly kind: "renamed";
			readonly position: number;
			readonly entry: number;
	  }
	/** The entry claims to be older than a checkpoint that does not hold it. */
	| {
			readonly kind: "backdated";
			readonly position: number;
			readonly entry: number;
	  }
	/** The tree has no leaf at this place. */
	| { readonly kind: "gap"; readonly position: number }
	/** Somewhere behind one place and up to another the journal is not what a checkpoint says. */
	| { readonly kind: "root"; readonly after: number; readonly upTo: number }
	/** A checkpoint covers more entries than there are. */
	| {
			readonly kind: "shortened";
			readonly size: number;
			readonly remains: number;
	  }
	/** An entry that was never sealed and does not wait either. */
	| { readonly kind: "inserted"; readonly entry: number }
	| { readonly kind: "removed-waiting"; readonly entry: number }
	| { readonly kind: "sealed-waiting"; readonly entry: number }
	/** A pseudonym that does not commit to its person. */
	| { readonly kind: "pseudonym"; readonly number: number }
	/** The stored tree is not the one over the leaves. */
	| { readonly kind: "tree"; readonly size: number; readonly leaves: number }
	| { readonly kind: "no-checkpoint"; readonly size: number }
	/** A checkpoint in the database whose signature is not ours. */
	| { readonly kind: "forged"; readonly size: number }
	/** A checkpoint from outside that is of another journal, or not signed by this installation. */
	| { readonly kind: "other-log"; readonly log: string }
	| { readonly kind: "not-ours"; readonly size: number };
