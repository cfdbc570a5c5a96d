package planted.cellar;

import planted.attic.Attic;

/** Depends on a module it did not declare. */
public record Cellar(Attic attic) {}
