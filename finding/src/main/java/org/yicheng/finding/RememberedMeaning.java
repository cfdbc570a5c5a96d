package org.yicheng.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model that remembers its latest answers: a page that compares one title several times, or is opened again, asks the
 * model once. Safe for any thread; two threads that ask for a new text at once may both compute it, to the same vector.
 */
public final class RememberedMeaning implements Meaning {

    /** Two kilobytes each. */
    private static final int MOST = 2_000;

    private final Meaning model;
    private final Map<String, float[]> remembered = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST;
        }
    });

    public RememberedMeaning(Meaning model) {
        this.model = model;
    }

    @Override
    public float[] vector(String text) {
        float[] known = remembered.get(text);
        if (known == null) {
            known = model.vector(text);
            remembered.put(text, known);
        }
        return known.clone();
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
