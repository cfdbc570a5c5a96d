package org.yicheng.count.cases;

/** Marks in results. */
public final class CaseResults {

    /** Stands where JSON has null: "there is none". Writers print it as null. */
    public static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    private CaseResults() {}
}
