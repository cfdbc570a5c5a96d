package org.yicheng.finding;

/** Turns a text into a vector of length 1, so that texts which mean the same lie near each other. Safe for any thread. */
public interface Meaning {

    /** The same text gives the same vector, whichever thread asks. */
    float[] vector(String text);

    int dimensions();

    /** Which model it is; vectors of different models cannot be compared. */
    String name();

    /** The cosine of two vectors of length 1, −1 to 1. */
    static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
