package org.yicheng.livelihood.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.District.Box;
import org.yicheng.livelihood.District.Tile;
import org.yicheng.livelihood.Districts;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Drawings as rows. */
@Component
class JdbcDistricts implements Districts {

    private final JdbcClient jdbc;
    private final LivelihoodActs acts;

    JdbcDistricts(JdbcClient jdbc, LivelihoodActs acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    @Override
    public List<District> of(String body) {
        return jdbc.sql("select * from livelihood.district where body = :body order by number")
                .param("body", body)
                .query(JdbcDistricts::district)
                .list();
    }

    private static District district(ResultSet row, int at) throws SQLException {
        Integer[] tile = (Integer[]) row.getArray("tile").getArray();
        BigDecimal[] box = (BigDecimal[]) row.getArray("box").getArray();
        return new District(
                row.getString("code"),
                new Bilingual(row.getString("name_zh"), row.getString("name_en")),
                row.getString("short"),
                new Tile(tile[0], tile[1], tile[2], tile[3]),
                new Box(box[0], box[1], box[2], box[3]));
    }

    @Override
    @Transactional
    public Ruling<List<District>> draw(String body, List<District> districts) {
        List<String> used = jdbc.sql("""
                        select distinct s.district from livelihood.site s
                          join livelihood.delivery d on d.id = s.delivery
                          join livelihood.round r on r.id = d.round
                         where r.body = :body and s.district <> '' order by 1
                        """)
                .param("body", body)
                .query((row, _) -> row.getString("district"))
                .list();
        List<Refusal> reasons = new ArrayList<>(DistrictRules.against(districts, used));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("delete from livelihood.district where body = :body")
                .param("body", body)
                .update();
        for (int i = 0; i < districts.size(); i++) {
            insert(body, i + 1, districts.get(i));
        }
        acts.write("livelihood-drawing:" + body, "draw", DistrictRules.DRAWING, "districts", districts.size());
        return Ruling.granted(of(body));
    }

    private void insert(String body, int number, District one) {
        Tile tile = one.tile();
        Box box = one.box();
        jdbc.sql("""
                insert into livelihood.district (body, code, number, name_zh, name_en, short, tile, box)
                values (:body, :code, :number, :zh, :en, :short, array[:column, :row, :columns, :rows],
                        array[:south, :west, :north, :east]::numeric[])
                """)
                .param("body", body)
                .param("code", one.code())
                .param("number", number)
                .param("zh", one.name().zh())
                .param("en", one.name().en())
                .param("short", one.brief())
                .param("column", tile.column())
                .param("row", tile.row())
                .param("columns", tile.columns())
                .param("rows", tile.rows())
                .param("south", box.south())
                .param("west", box.west())
                .param("north", box.north())
                .param("east", box.east())
                .update();
    }
}
