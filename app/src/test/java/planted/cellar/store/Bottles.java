package planted.cellar.store;

/** Private to its module by the rules of the house, public only to the compiler. */
public record Bottles(int count) {}
