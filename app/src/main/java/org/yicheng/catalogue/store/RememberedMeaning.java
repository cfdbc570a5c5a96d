package org.yicheng.catalogue.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.yicheng.finding.Meaning;

/** The model, asked once for a title that a page compares several times or that is opened again. */
final class RememberedMeaning implements Meaning {

    /** Two kilobytes each. */
    private static final int MOST = 2_000;

    private final Meaning model;
    private final Cache<String, float[]> remembered =
            Caffeine.newBuilder().maximumSize(MOST).build();

    RememberedMeaning(Meaning model) {
        this.model = model;
    }

    @Override
    public float[] vector(String text) {
        return remembered.get(text, model::vector).clone();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public String name() {
        return model.name();
    }
}
