package org.yicheng.livelihood.delivery.store;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Photos;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * A picture redrawn: upright, at most {@link Photos#LONGEST_SIDE} pixels a side, with none of the metadata of the file it
 * came from; when and where it was taken are handed over beside it.
 */
record Picture(
        byte[] large, byte[] small, int width, int height, Optional<LocalDateTime> taken, Optional<Point> place) {

    private static final float QUALITY = 0.85f;
    /** A side longer than this is no photo. */
    private static final int MOST_SIDE = 30_000;

    private static final int DECIMALS = 6;
    private static final int UPRIGHT = 1;
    private static final int LAST_ORIENTATION = 8;
    private static final String FILE = "file";
    private static final int PNG_HEAD = 8;
    /** Length, type and check of a chunk without content. */
    private static final int PNG_CHUNK = 12;

    private static final int EXIF_CHUNK = 0x65_58_49_66;
    private static final DateTimeFormatter EXIF_TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    /** One at a time: a decoder may hold the whole picture. */
    private static final Lock DECODER = new ReentrantLock();

    /** Reads a file and redraws it; refused, with numbers, before anything is decoded, where that can be known. */
    static Ruling<Picture> of(byte[] file) {
        if (file.length == 0) {
            return Ruling.refused(Refusal.at(FILE, "livelihood.photo-missing"));
        }
        if (file.length > Photos.MOST_BYTES) {
            return Ruling.refused(Refusal.at(
                    FILE,
                    PhotoRules.PHOTO,
                    "livelihood.photo-large",
                    "value",
                    megabytes(file.length),
                    "most",
                    megabytes(Photos.MOST_BYTES)));
        }
        return format(file)
                .map(format -> decoded(file, format))
                .orElseGet(() -> Ruling.refused(Refusal.at(FILE, PhotoRules.PHOTO, "livelihood.photo-kind")));
    }

    private static String megabytes(int bytes) {
        return BigDecimal.valueOf(bytes)
                .movePointLeft(DECIMALS)
                .setScale(1, RoundingMode.UP)
                .toPlainString();
    }

    /** By the first bytes, never by the name. */
    private static Optional<String> format(byte[] file) {
        if (starts(file, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("jpeg");
        }
        return starts(file, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A) ? Optional.of("png") : Optional.empty();
    }

    private static boolean starts(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static Ruling<Picture> decoded(byte[] file, String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        DECODER.lock();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > Photos.MOST_PIXELS) {
                return Ruling.refused(Refusal.at(
                        FILE,
                        PhotoRules.PHOTO,
                        "livelihood.photo-pixels",
                        "width",
                        width,
                        "height",
                        height,
                        "most",
                        Photos.MOST_PIXELS));
            }
            Metadata metadata = metadata(file, format);
            BufferedImage image = read(reader, Math.max(width, height));
            BufferedImage large = drawn(image, orientation(metadata), Photos.LONGEST_SIDE);
            return Ruling.granted(new Picture(
                    jpeg(large),
                    jpeg(drawn(large, UPRIGHT, Photos.SMALL_SIDE)),
                    large.getWidth(),
                    large.getHeight(),
                    taken(metadata),
                    place(metadata)));
        } catch (IOException | RuntimeException _) {
            // Decoders meet broken files with exceptions of many kinds; to the sender they are one.
            return Ruling.refused(Refusal.at(FILE, PhotoRules.PHOTO, "livelihood.photo-unreadable"));
        } finally {
            reader.dispose();
            DECODER.unlock();
        }
    }

    /** At once coarser where that is enough, so that a large picture needs little room. */
    private static BufferedImage read(ImageReader reader, int longest) throws IOException {
        ImageReadParam how = reader.getDefaultReadParam();
        int step = Math.max(1, longest / (2 * Photos.LONGEST_SIDE));
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    /** Turned as it was held, on white where it is clear, no larger than asked. */
    private static BufferedImage drawn(BufferedImage image, int orientation, int longest) {
        boolean lying = orientation > 4;
        int width = lying ? image.getHeight() : image.getWidth();
        int height = lying ? image.getWidth() : image.getHeight();
        double scale = Math.min(1, longest / (double) Math.max(width, height));
        BufferedImage drawn = new BufferedImage(
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.scale(drawn.getWidth() / (double) width, drawn.getHeight() / (double) height);
        pen.transform(turn(orientation, image.getWidth(), image.getHeight()));
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return drawn;
    }

    /** What sets a picture of width and height upright (Exif 2.32, tag 0x0112). */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** A file of pixels alone: the writer is given no metadata. */
    private static byte[] jpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, List.of(), null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    // ---------------------------------------------------------------- what the file tells

    /** Exif alone: other metadata is of no use here, and packed texts of a PNG could unpack to any size. */
    private static Metadata metadata(byte[] file, String format) {
        try {
            if (format.equals("jpeg")) {
                return JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader()));
            }
            Metadata metadata = new Metadata();
            exifOfPng(file).ifPresent(exif -> new ExifReader().extract(new ByteArrayReader(exif), metadata));
            return metadata;
        } catch (ImageProcessingException | IOException | RuntimeException _) {
            // A picture whose metadata cannot be read is a picture without any.
            return new Metadata();
        }
    }

    /** The chunk eXIf, which holds what a JPEG holds in its APP1 (PNG third edition, 11.3.4.5). */
    private static Optional<byte[]> exifOfPng(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file).position(PNG_HEAD);
        while (chunks.remaining() >= PNG_CHUNK) {
            int length = chunks.getInt();
            int type = chunks.getInt();
            if (length < 0 || length > chunks.remaining() - Integer.BYTES) {
                return Optional.empty();
            }
            if (type == EXIF_CHUNK) {
                byte[] exif = new byte[length];
                chunks.get(exif);
                return Optional.of(exif);
            }
            chunks.position(chunks.position() + length + Integer.BYTES);
        }
        return Optional.empty();
    }

    private static int orientation(Metadata metadata) {
        Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (directory == null || !directory.containsTag(ExifDirectoryBase.TAG_ORIENTATION)) {
            return UPRIGHT;
        }
        try {
            int told = directory.getInt(ExifDirectoryBase.TAG_ORIENTATION);
            return told >= UPRIGHT && told <= LAST_ORIENTATION ? told : UPRIGHT;
        } catch (MetadataException _) {
            return UPRIGHT;
        }
    }

    private static Optional<LocalDateTime> taken(Metadata metadata) {
        Directory directory = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        String told = directory == null ? null : directory.getString(ExifDirectoryBase.TAG_DATETIME_ORIGINAL);
        try {
            return Optional.of(
                    LocalDateTime.parse(Objects.requireNonNullElse(told, "").strip(), EXIF_TIME));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Point> place(Metadata metadata) {
        GpsDirectory directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation told = directory == null ? null : directory.getGeoLocation();
        return told == null || told.isZero()
                ? Optional.empty()
                : Optional.of(new Point(degrees(told.getLatitude()), degrees(told.getLongitude())));
    }

    private static BigDecimal degrees(double told) {
        return BigDecimal.valueOf(told).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
