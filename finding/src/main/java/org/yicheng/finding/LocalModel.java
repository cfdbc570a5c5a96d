package org.yicheng.finding;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The model that ships with the product: bge-small-zh-v1.5, quantised to eight bits, 512 dimensions, run in this process.
 * It needs no network. Loading takes seconds of processor time and about 150 MB: one instance serves everybody.
 */
public final class LocalModel implements Meaning {

    private static final String NAME = "bge-small-zh-v1.5-q";
    private static final int DIMENSIONS = 512;
    /** The model reads about 512 pieces; longer texts are cut so that their beginning counts. */
    private static final int LONGEST = 400;

    private final EmbeddingModel model;

    private LocalModel(EmbeddingModel model) {
        this.model = model;
    }

    /** The model, or why there is none on this machine. */
    public record Loading(Optional<Meaning> model, String why) {}

    /**
     * Loads the model.
     *
     * @param natives a folder of this program alone, for the native libraries it unpacks
     */
    public static Loading load(Path natives) {
        System.setProperty("DJL_CACHE_DIR", natives.toString());
        System.setProperty("ENGINE_CACHE_DIR", natives.toString());
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            LocalModel loaded = new LocalModel(
                    new BgeSmallZhV15QuantizedEmbeddingModel(Executors.newVirtualThreadPerTaskExecutor()));
            loaded.vector("议成");
            return new Loading(Optional.of(loaded), "");
        } catch (RuntimeException | LinkageError e) {
            return new Loading(Optional.empty(), String.valueOf(e));
        }
    }

    @Override
    public float[] vector(String text) {
        String begin = text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2));
        return model.embed(begin.isBlank() ? "—" : begin).content().vector();
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public String name() {
        return NAME;
    }
}
