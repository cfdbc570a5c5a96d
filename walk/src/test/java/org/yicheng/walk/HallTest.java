package org.yicheng.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yicheng.bench.Hall;
import org.yicheng.walk.Visit.Window;

/** A hall in the browser: a gate, a chair, phones with and without script or network, a board. */
@ExtendWith(Walk.class)
class HallTest {

    @Test
    void aVoteGoesFromThePutToTheDeclaredResult(Visit visit) throws IOException {
        Hall hall = Hall.build(visit.platform().port(), 5);
        String question = hall.listQuestion("ELECTRONIC_UNRECORDED");
        Page board = visit.go(visit.with(hall.chair(), Window.BOARD), "/board/" + hall.sitting());
        Page chair = visit.go(visit.with(hall.chair(), Window.DESK), "/chair/" + hall.sitting());
        assertThat(board.locator("body")).containsText("5");

        press(chair, "put");
        press(chair, "vote");
        assertThat(board.locator("body")).containsText("关于演练的决议");

        Page phone = visit.go(visit.with(hall.members().get(0), Window.PHONE), "/vote/" + question);
        phone.locator("button[value=FOR]").click();
        assertThat(phone.locator("[data-word]")).containsText("已记录：赞成");
        assertThat(phone.locator("button[value=FOR]")).hasAttribute("aria-checked", "true");

        Page plain = visit.go(visit.with(hall.members().get(1), Window.PHONE.withoutScript()), "/vote/" + question);
        plain.locator("button[value=AGAINST]").click();
        assertThat(plain.locator("[data-word]")).containsText("已记录：反对");

        Page changesMind = visit.go(visit.with(hall.members().get(2), Window.PHONE), "/vote/" + question);
        changesMind.locator("button[value=AGAINST]").click();
        assertThat(changesMind.locator("[data-word]")).containsText("已记录：反对");
        changesMind.locator("button[value=FOR]").click();
        assertThat(changesMind.locator("[data-word]")).containsText("已记录：赞成");

        visit.go(visit.with(hall.members().get(3), Window.PHONE), "/vote/" + question)
                .locator("button[value=FOR]")
                .click();

        assertThat(chair.locator("[data-part=body]").first()).containsText("4");
        chair.locator("a.button-grave").click();
        press(chair, "close");
        press(chair, "declare");
        assertThat(chair.locator("main")).containsText("通过");
        assertThat(board.locator("body")).containsText("通过");

        var votes = hall.question(question).path("outcome").path("votes");
        assertThat(votes.path("votesFor").asInt()).isEqualTo(3);
        assertThat(votes.path("against").asInt()).isEqualTo(1);
        assertThat(votes.path("notPressed").asInt()).isEqualTo(1);
        assertThat(visit.faults()).isEmpty();
    }

    @Test
    void aPressInANetworkCutIsSaidToWaitAndArrivesAfterIt(Visit visit) throws IOException {
        Hall hall = Hall.build(visit.platform().port(), 3);
        String question = hall.openQuestion("ELECTRONIC_UNRECORDED");
        Page phone = visit.go(visit.with(hall.members().getFirst(), Window.PHONE), "/vote/" + question);
        phone.waitForLoadState(LoadState.LOAD);

        phone.context().setOffline(true);
        phone.locator("button[value=ABSTAIN]").click();
        assertThat(phone.locator("[data-word]")).containsText("网络中断");

        phone.context().setOffline(false);
        assertThat(phone.locator("[data-word]")).containsText("已记录：弃权");
        hall.close(question);
        var votes = hall.declare(question).path("outcome").path("votes");
        assertThat(votes.path("abstain").asInt()).isEqualTo(1);
    }

    @Test
    void theGateSaysYesAndNoAndWhy(Visit visit) throws IOException {
        Hall hall = Hall.build(visit.platform().port(), 3);
        Page gate =
                visit.go(visit.with(hall.chair(), Window.DESK), "/gate/" + hall.sitting() + "?gate=1&direction=OUT");
        type(gate, hall.firstCard());
        assertThat(gate.locator("main.gate-yes")).isVisible();
        visit.go(gate, "/gate/" + hall.sitting() + "?gate=1");
        assertThat(hall.present()).isEqualTo(2);

        type(gate, hall.firstCard());
        assertThat(gate.locator("main.gate-yes")).isVisible();
        type(gate, "NO-SUCH-CARD");
        assertThat(gate.locator("main.gate-no")).isVisible();
        assertThat(gate.locator("main")).containsText("NO-SUCH-CARD");
        assertThat(hall.present()).isEqualTo(3);
        assertThat(visit.faults()).isEmpty();
    }

    @Test
    void theGateWorksThroughANetworkCutAndUploadsAfterIt(Visit visit) throws IOException {
        Hall hall = Hall.build(visit.platform().port(), 3);
        Page gate =
                visit.go(visit.with(hall.chair(), Window.DESK), "/gate/" + hall.sitting() + "?gate=2&direction=OUT");
        gate.waitForLoadState(LoadState.LOAD);

        gate.context().setOffline(true);
        type(gate, hall.firstCard());
        assertThat(gate.locator("main")).containsText("已暂存");
        assertThat(hall.present()).isEqualTo(3);

        gate.context().setOffline(false);
        gate.waitForCondition(() -> present(hall) == 2);
    }

    private static int present(Hall hall) {
        try {
            return hall.present();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void type(Page gate, String card) {
        gate.locator("#f-card").fill(card);
        gate.locator("#f-card").press("Enter");
        gate.waitForLoadState();
    }

    private static void press(Page chair, String verb) {
        chair.locator("button[name=do][value=" + verb + "]").click();
        chair.waitForLoadState();
    }
}
