package org.yicheng.livelihood.delivery.store;

import static org.yicheng.livelihood.delivery.store.PhotoRules.PHOTO;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.livelihood.delivery.Card.Point;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.livelihood.delivery.Photos;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Pictures as rows; the project's row is locked while one changes. */
@Component
class JdbcPhotos implements Photos {

    private static final String FIELDS =
            "delivery, number, stage, report, alt, taken, latitude, longitude, width, height, sha256, added, withdrawn, reason";

    private final JdbcClient jdbc;
    private final DeliveryRows deliveries;
    private final DeliveryActs acts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    JdbcPhotos(
            JdbcClient jdbc,
            DeliveryRows deliveries,
            DeliveryActs acts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.acts = acts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Photo> of(UUID delivery) {
        return jdbc.sql("select " + FIELDS + " from livelihood.photo where delivery = :id order by number")
                .param("id", delivery)
                .query(JdbcPhotos::photo)
                .list();
    }

    private static Photo photo(ResultSet row, int at) throws SQLException {
        BigDecimal latitude = row.getBigDecimal("latitude");
        BigDecimal longitude = row.getBigDecimal("longitude");
        return new Photo(
                row.getObject("delivery", UUID.class),
                row.getInt("number"),
                Photo.Stage.valueOf(row.getString("stage")),
                Optional.ofNullable(row.getObject("report", Integer.class)),
                row.getString("alt"),
                Optional.ofNullable(row.getObject("taken", LocalDateTime.class)),
                latitude == null || longitude == null ? Optional.empty() : Optional.of(new Point(latitude, longitude)),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("sha256"),
                row.getObject("added", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("withdrawn", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("reason"));
    }

    private static Ruling<Photo> unknown(UUID id) {
        return Ruling.refused(Refusal.plain("livelihood.delivery.unknown", "value", id.toString()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Redrawing takes a while, and no row is locked meanwhile. */
    @Override
    public Ruling<Photo> add(UUID id, NewPhoto sent) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<Picture> drawn = switch (Picture.of(sent.content())) {
            case Ruling.Granted<Picture>(Picture picture) -> Optional.of(picture);
            case Ruling.Refused<Picture>(List<Refusal> why) -> {
                reasons.addAll(why);
                yield Optional.empty();
            }
        };
        reasons.addAll(PhotoRules.told(sent.alt(), sent.taken(), LocalDateTime.now(clock)));
        if (drawn.isEmpty() || !reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        return transaction.execute(_ -> kept(id, sent, drawn.get()));
    }

    private Ruling<Photo> kept(UUID id, NewPhoto sent, Picture picture) {
        if (deliveries.locked(id).isEmpty()) {
            return unknown(id);
        }
        List<Photo> photos = of(id);
        String sha256 = sha256(picture.large());
        List<Refusal> reasons = new ArrayList<>(PhotoRules.room(photos));
        PhotoRules.twice(photos, sha256).ifPresent(reasons::add);
        PhotoRules.report(sent.report(), reports(id)).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        int number = photos.size() + 1;
        // A camera with a wrong clock says nothing.
        Optional<LocalDateTime> taken =
                sent.taken().or(() -> picture.taken().filter(at -> !at.isAfter(LocalDateTime.now(clock))));
        Optional<Point> place = sent.placed() ? picture.place() : Optional.empty();
        jdbc.sql("""
                insert into livelihood.photo (delivery, number, stage, report, alt, taken, latitude, longitude, width, height,
                                              sha256, large, small, added)
                values (:id, :number, :stage, :report, :alt, :taken, :latitude, :longitude, :width, :height, :sha256, :large,
                        :small, :added)
                """)
                .param("id", id)
                .param("number", number)
                .param("stage", sent.stage().name())
                .param("report", sent.report().orElse(null))
                .param("alt", sent.alt().strip())
                .param("taken", taken.orElse(null))
                .param("latitude", place.map(Point::latitude).orElse(null))
                .param("longitude", place.map(Point::longitude).orElse(null))
                .param("width", picture.width())
                .param("height", picture.height())
                .param("sha256", sha256)
                .param("large", picture.large())
                .param("small", picture.small())
                .param("added", now())
                .update();
        acts.project(
                "photo",
                id,
                PHOTO,
                Map.of(
                        "photo", Integer.toString(number),
                        "stage", sent.stage().name(),
                        "sha256", sha256));
        return Ruling.granted(one(id, number).orElseThrow());
    }

    private int reports(UUID id) {
        return jdbc.sql("select count(*) from livelihood.report where delivery = :id")
                .param("id", id)
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Optional<Photo> one(UUID id, int number) {
        return of(id).stream().filter(photo -> photo.number() == number).findFirst();
    }

    @Override
    @Transactional
    public Ruling<Photo> tell(UUID id, int number, Told told) {
        if (deliveries.locked(id).isEmpty()) {
            return unknown(id);
        }
        List<Refusal> reasons = new ArrayList<>(PhotoRules.told(told.alt(), told.taken(), LocalDateTime.now(clock)));
        PhotoRules.place(told.place()).ifPresent(reasons::add);
        PhotoRules.report(told.report(), reports(id)).ifPresent(reasons::add);
        Optional<Photo> photo = one(id, number);
        if (photo.isEmpty()) {
            reasons.add(noPhoto(number));
        }
        photo.flatMap(PhotoRules::gone).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                update livelihood.photo
                   set stage = :stage, report = :report, alt = :alt, taken = :taken, latitude = :latitude, longitude = :longitude
                 where delivery = :id and number = :number
                """)
                .param("stage", told.stage().name())
                .param("report", told.report().orElse(null))
                .param("alt", told.alt().strip())
                .param("taken", told.taken().orElse(null))
                .param("latitude", told.place().map(Point::latitude).orElse(null))
                .param("longitude", told.place().map(Point::longitude).orElse(null))
                .param("id", id)
                .param("number", number)
                .update();
        acts.project(
                "tell-photo",
                id,
                PHOTO,
                Map.of("photo", Integer.toString(number), "stage", told.stage().name()));
        return Ruling.granted(one(id, number).orElseThrow());
    }

    private static Refusal noPhoto(int number) {
        return Refusal.plain("livelihood.photo.unknown", "value", number);
    }

    @Override
    @Transactional
    public Ruling<Photo> withdraw(UUID id, int number, String reason) {
        if (deliveries.locked(id).isEmpty()) {
            return unknown(id);
        }
        Optional<Photo> photo = one(id, number);
        if (photo.isEmpty()) {
            return Ruling.refused(noPhoto(number));
        }
        List<Refusal> reasons = PhotoRules.withdrawing(photo.get(), reason);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("""
                update livelihood.photo set large = null, small = null, withdrawn = :now, reason = :reason
                 where delivery = :id and number = :number
                """)
                .param("now", now())
                .param("reason", reason.strip())
                .param("id", id)
                .param("number", number)
                .update();
        acts.project("withdraw-photo", id, PHOTO, Map.of("photo", Integer.toString(number), "reason", reason.strip()));
        return Ruling.granted(one(id, number).orElseThrow());
    }

    @Override
    public Optional<byte[]> content(UUID id, int number, Photo.Size size) {
        String column = size == Photo.Size.LARGE ? "large" : "small";
        return jdbc.sql("select " + column
                        + " as content from livelihood.photo where delivery = :id and number = :number"
                        + " and withdrawn is null")
                .param("id", id)
                .param("number", number)
                .query((row, _) -> row.getBytes("content"))
                .optional();
    }
}
