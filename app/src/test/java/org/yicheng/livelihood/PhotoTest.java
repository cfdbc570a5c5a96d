package org.yicheng.livelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.yicheng.assembly.Congress;
import org.yicheng.home.PlatformClock;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Cards.NewReport;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Deliveries.Step;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.livelihood.delivery.Photo.Size;
import org.yicheng.livelihood.delivery.Photo.Stage;
import org.yicheng.livelihood.delivery.Photos;
import org.yicheng.livelihood.delivery.Photos.NewPhoto;
import org.yicheng.livelihood.delivery.Photos.Told;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.testing.YichengTest;

/** What comes out of a picture is pixels; what was known of it are fields. */
@YichengTest
class PhotoTest {

    private static final String SERIAL = "SN-4711-0815";
    private static final String CREATOR = "xmp-creator-of-the-picture";
    private static final LocalDateTime TAKEN = LocalDateTime.of(2024, 2, 20, 9, 30, 15);

    @Autowired
    Rounds rounds;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Photos photos;

    @Autowired
    Cards cards;

    @Autowired
    Organs organs;

    @Autowired
    Congress congress;

    @Autowired
    Clock clock;

    @Autowired
    MockMvc web;

    private String organ = "";
    private Delivery delivery;

    @BeforeEach
    void aProject() {
        on(LocalDate.of(2023, 8, 1));
        String body = "photo-" + UUID.randomUUID().toString().substring(0, 8);
        organ = "organ-" + body;
        congress.congress(body, 5);
        organs.add(new Organ(organ, new Bilingual("演示局" + body, "Demo bureau " + body), false, true))
                .orThrow();
        UUID round = rounds.call(
                        body,
                        new Rounds.Call(2024, "jinghong", LocalDate.of(2023, 8, 1), LocalDate.of(2023, 8, 30), "演示公告"))
                .orThrow()
                .id();
        on(LocalDate.of(2024, 3, 1));
        LocalDate end = LocalDate.of(2024, 11, 30);
        Delivery.Plan plan = new Delivery.Plan(
                "新建公交候车亭",
                "演示公告〔2024〕1号",
                organ,
                new Delivery.Goal("新建候车亭", 120, "座"),
                end,
                List.of(new Delivery.Source("市级财政", 300_00)),
                "每月检查");
        delivery =
                deliveries.plan(round, plan, List.of(new Step("竣工", 100, end))).orThrow();
    }

    private void on(LocalDate day) {
        ((PlatformClock) clock).set(Instant.parse(day + "T02:00:00Z"));
    }

    // ---------------------------------------------------------------- files as cameras write them

    /** Left half red, right half blue. */
    private static byte[] drawn(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** Orientation 6 (turn to the right), time, serial number of the camera, 38°3'0" N 114°30'36" E. */
    private static byte[] tiff() {
        ByteBuffer tiff = ByteBuffer.allocate(400);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, 6 << 16);
        entry(tiff, 0x8769, 4, 1, 50);
        entry(tiff, 0x8825, 4, 1, 80);
        tiff.position(50).putShort((short) 2);
        entry(tiff, 0x9003, 2, 20, 200);
        entry(tiff, 0xA431, 2, SERIAL.length() + 1, 230);
        tiff.position(80).putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, 260);
        entry(tiff, 3, 2, 2, 'E' << 24);
        entry(tiff, 4, 5, 3, 290);
        tiff.position(200).put("2024:02:20 09:30:15".getBytes(StandardCharsets.US_ASCII));
        tiff.position(230).put(SERIAL.getBytes(StandardCharsets.US_ASCII));
        tiff.position(260);
        for (int part : new int[] {38, 3, 0}) {
            tiff.putInt(part).putInt(1);
        }
        tiff.position(290);
        for (int part : new int[] {114, 30, 36}) {
            tiff.putInt(part).putInt(1);
        }
        return tiff.array();
    }

    private static byte[] segment(String head, byte[] content) {
        byte[] name = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(4 + name.length + content.length)
                .putShort((short) 0xFFE1)
                .putShort((short) (2 + name.length + content.length))
                .put(name)
                .put(content)
                .array();
    }

    private static byte[] photograph() {
        byte[] plain = drawn("jpeg", 2_400, 1_200);
        byte[] exif = segment("Exif\0\0", tiff());
        byte[] xmp = segment(
                "http://ns.adobe.com/xap/1.0/\0",
                ("<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CREATOR + "</x:xmpmeta>").getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(plain.length + exif.length + xmp.length)
                .put(plain, 0, 2)
                .put(exif)
                .put(xmp)
                .put(plain, 2, plain.length - 2)
                .array();
    }

    private static byte[] chunk(String type, byte[] content) {
        CRC32 check = new CRC32();
        check.update(type.getBytes(StandardCharsets.US_ASCII));
        check.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) check.getValue())
                .array();
    }

    /** A PNG with a further chunk after its head. */
    private static byte[] png(int width, int height, byte[] more) {
        byte[] plain = drawn("png", 40, 20);
        byte[] head = chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        return ByteBuffer.allocate(plain.length + more.length)
                .put(plain, 0, 8)
                .put(head)
                .put(more)
                .put(plain, 33, plain.length - 33)
                .array();
    }

    private static NewPhoto sent(byte[] content, boolean placed) {
        return new NewPhoto(content, Stage.DURING, Optional.empty(), "建设中的候车亭", Optional.empty(), placed);
    }

    private static List<String> codes(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? reasons.stream().map(Refusal::code).toList()
                : List.of();
    }

    private static boolean holds(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    @Test
    void nothingOfTheFileButItsPixelsIsKeptAndTimeAndPlaceAreFields() throws Exception {
        byte[] file = photograph();
        assertThat(holds(file, SERIAL) && holds(file, CREATOR) && holds(file, "Exif"))
                .isTrue();
        Photo photo = photos.add(delivery.id(), sent(file, true)).orThrow();
        assertThat(photo.taken()).contains(TAKEN);
        assertThat(photo.place()).contains(new Point(new BigDecimal("38.05"), new BigDecimal("114.51")));
        for (Size size : Size.values()) {
            byte[] kept = photos.content(delivery.id(), 1, size).orElseThrow();
            assertThat(holds(kept, SERIAL) || holds(kept, CREATOR) || holds(kept, "Exif") || holds(kept, "xap"))
                    .isFalse();
            assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(kept))
                            .getDirectories())
                    .extracting(Directory::getName)
                    .isSubsetOf("JPEG", "JFIF", "Huffman", "File Type");
        }
    }

    @Test
    void theCameraIsTurnedUprightAndThePictureMadeSmaller() throws Exception {
        Photo photo = photos.add(delivery.id(), sent(photograph(), false)).orThrow();
        assertThat(photo.place()).isEmpty();
        assertThat(List.of(photo.width(), photo.height())).containsExactly(800, 1_600);
        BufferedImage large = ImageIO.read(new ByteArrayInputStream(
                photos.content(delivery.id(), 1, Size.LARGE).orElseThrow()));
        assertThat(new Color(large.getRGB(400, 100)).getRed()).isGreaterThan(200);
        assertThat(new Color(large.getRGB(400, 1_500)).getBlue()).isGreaterThan(200);
        BufferedImage small = ImageIO.read(new ByteArrayInputStream(
                photos.content(delivery.id(), 1, Size.SMALL).orElseThrow()));
        assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(320, 640);
    }

    @Test
    void aPngTellsTheSame() {
        Photo photo = photos.add(delivery.id(), sent(png(40, 20, chunk("eXIf", tiff())), true))
                .orThrow();
        assertThat(photo.taken()).contains(TAKEN);
        assertThat(photo.place()).isPresent();
        assertThat(List.of(photo.width(), photo.height())).containsExactly(20, 40);
    }

    @Test
    void badFilesAreRefusedBeforeTheyAreDecoded() {
        assertThat(codes(photos.add(delivery.id(), sent(new byte[0], false))))
                .containsExactly("livelihood.photo-missing");
        assertThat(codes(photos.add(delivery.id(), sent("GIF89a".getBytes(StandardCharsets.US_ASCII), false))))
                .containsExactly("livelihood.photo-kind");
        assertThat(codes(photos.add(delivery.id(), sent(new byte[Photos.MOST_BYTES + 1], false))))
                .containsExactly("livelihood.photo-large");
        assertThat(codes(photos.add(delivery.id(), sent(png(8_001, 8_000, new byte[0]), false))))
                .containsExactly("livelihood.photo-pixels");
        assertThat(codes(photos.add(delivery.id(), sent(png(30_001, 1, new byte[0]), false))))
                .containsExactly("livelihood.photo-pixels");
        byte[] cut = Arrays.copyOf(drawn("png", 300, 300), 100);
        assertThat(codes(photos.add(
                        delivery.id(),
                        new NewPhoto(cut, Stage.AFTER, Optional.empty(), " ", Optional.of(TAKEN.plusYears(1)), false))))
                .containsExactly("livelihood.photo-unreadable", "livelihood.delivery-words", "livelihood.card-ahead");
        assertThat(photos.of(delivery.id())).isEmpty();
    }

    @Test
    void whatIsToldOfAPictureIsCorrectedAndThePictureTakenBack() {
        photos.add(delivery.id(), sent(photograph(), true)).orThrow();
        assertThat(codes(photos.add(delivery.id(), sent(photograph(), true))))
                .containsExactly("livelihood.photo-twice");
        Photo told = photos.tell(
                        delivery.id(),
                        1,
                        new Told(Stage.AFTER, Optional.empty(), "建成的候车亭", Optional.empty(), Optional.empty()))
                .orThrow();
        assertThat(told.stage()).isEqualTo(Stage.AFTER);
        assertThat(told.place()).isEmpty();
        assertThat(codes(photos.withdraw(delivery.id(), 1, ""))).containsExactly("livelihood.delivery-words");
        Photo gone = photos.withdraw(delivery.id(), 1, "照到了车牌").orThrow();
        assertThat(gone.reason()).isEqualTo("照到了车牌");
        assertThat(photos.content(delivery.id(), 1, Size.LARGE)).isEmpty();
        assertThat(photos.content(delivery.id(), 1, Size.SMALL)).isEmpty();
        assertThat(codes(photos.withdraw(delivery.id(), 1, "再次"))).containsExactly("livelihood.photo-gone");
        assertThat(codes(photos.tell(
                        delivery.id(),
                        1,
                        new Told(Stage.AFTER, Optional.empty(), "x", Optional.empty(), Optional.empty()))))
                .containsExactly("livelihood.photo-gone");
        assertThat(photos.add(delivery.id(), sent(photograph(), false))
                        .orThrow()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void aPictureBelongsToAReportThatThereIs() {
        assertThat(codes(photos.add(delivery.id(), ofReport(drawn("jpeg", 40, 30), 1))))
                .containsExactly("livelihood.photo-report");
        cards.report(delivery.id(), new NewReport(LocalDate.now(clock), 40, "基础完成"))
                .orThrow();
        assertThat(photos.add(delivery.id(), ofReport(drawn("jpeg", 40, 30), 1))
                        .orThrow()
                        .report())
                .contains(1);
        Told other = new Told(Stage.AFTER, Optional.of(2), "建成", Optional.empty(), Optional.empty());
        assertThat(codes(photos.tell(delivery.id(), 1, other))).containsExactly("livelihood.photo-report");
    }

    private static NewPhoto ofReport(byte[] content, int report) {
        return new NewPhoto(content, Stage.DURING, Optional.of(report), "建设中的候车亭", Optional.empty(), false);
    }

    private MockHttpServletResponse fetched(String path) throws Exception {
        return web.perform(get(path)).andReturn().getResponse();
    }

    @Test
    void theOrganSendsItAndEverybodySeesItUntilItIsTakenBack() throws Exception {
        String handler = congress.token(organ, Role.HANDLER);
        String page = "/livelihood/deliveries/" + delivery.id();
        MockHttpServletResponse sent = web.perform(multipart(page + "/photos")
                        .file(new MockMultipartFile("file", "a.jpg", "image/jpeg", photograph()))
                        .param("stage", "BEFORE")
                        .param("alt", "候车亭旧址")
                        .header("Authorization", "Bearer " + handler)
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(fetched(page).getContentAsString(StandardCharsets.UTF_8))
                .contains("alt=\"候车亭旧址\"", "photos/1/small.jpg", "摄于2024年2月20日 09:30", "实施前")
                .doesNotContain("北纬38.05°", "上传照片");
        MockHttpServletResponse picture = fetched(page + "/photos/1/large.jpg");
        assertThat(picture.getContentType()).isEqualTo("image/jpeg");
        assertThat(picture.getHeader("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(picture.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        String tag = Objects.requireNonNull(picture.getHeader("ETag"));
        assertThat(web.perform(get(page + "/photos/1/large.jpg").header("If-None-Match", tag))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(304);
        assertThat(fetched("/livelihood/rounds/" + delivery.round() + "/deliveries.rss")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("新照片（实施前）", "候车亭旧址");
        photos.withdraw(delivery.id(), 1, "照到了车牌").orThrow();
        assertThat(fetched(page + "/photos/1/large.jpg").getStatus()).isEqualTo(404);
        assertThat(fetched(page).getContentAsString(StandardCharsets.UTF_8))
                .contains("第1张照片已撤回：照到了车牌")
                .doesNotContain("候车亭旧址");
    }
}
