package org.yicheng.rule;

import java.util.List;
import java.util.function.Function;

/**
 * The answer of a rule: granted with a value, or refused with every reason at once.
 *
 * @param <T> what is granted
 */
public sealed interface Ruling<T> {

    /** Granted. */
    record Granted<T>(T value) implements Ruling<T> {}

    /** Refused; at least one reason. */
    record Refused<T>(List<Refusal> reasons) implements Ruling<T> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    static <T> Ruling<T> granted(T value) {
        return new Granted<>(value);
    }

    static <T> Ruling<T> refused(Refusal reason) {
        return new Refused<>(List.of(reason));
    }

    static <T> Ruling<T> refused(List<Refusal> reasons) {
        return new Refused<>(reasons);
    }

    default <R> Ruling<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Granted<T>(T value) -> new Granted<>(change.apply(value));
            case Refused<T>(List<Refusal> reasons) -> new Refused<>(reasons);
        };
    }

    /** The value, or a {@link RefusedException} that a web edge turns into a page or a problem document. */
    default T orThrow() {
        return switch (this) {
            case Granted<T>(T value) -> value;
            case Refused<T>(List<Refusal> reasons) -> throw new RefusedException(reasons);
        };
    }
}
