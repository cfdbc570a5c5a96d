package planted.attic;

import planted.cellar.store.Bottles;

/** Holds something of the cellar's own. */
public record Attic(Bottles bottles) {}
