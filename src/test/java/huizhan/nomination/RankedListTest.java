package huizhan.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huizhan.kernel.Zone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RankedListTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private final RankedList list = new RankedList(new UUID(9, 9), new UUID(8, 8), 1, List.of(new Line(A, false), new Line(B, true), new Line(C, false)),
        Optional.empty());

    private static List<UUID> ids(RankedList list) {
        return list.lines().stream().map(Line::id).toList();
    }

    @Test void a_line_moves_one_place_and_stops_at_the_ends() {
        assertThat(ids(list.moved(B, true))).containsExactly(B, A, C);
        assertThat(ids(list.moved(B, false))).containsExactly(A, C, B);
        assertThat(list.moved(A, true)).isEqualTo(list);
        assertThat(list.moved(C, false)).isEqualTo(list);
        assertThat(list.moved(new UUID(7, 7), true)).isEqualTo(list);
    }

    @Test void an_order_must_name_each_line_once() {
        assertThat(list.ordered(List.of(C, A, B)).map(RankedListTest::ids)).contains(List.of(C, A, B));
        assertThat(list.ordered(List.of(C, A))).isEmpty();
        assertThat(list.ordered(List.of(C, A, A))).isEmpty();
    }

    @Test void typed_ranks_must_be_one_to_n() {
        assertThat(RankForm.typed(Map.of("rank." + A, "2", "rank." + B, " 1", "version", "4"))).isEqualTo(new RankForm(List.of(B, A), 4, Optional.empty()));
        assertThat(RankForm.typed(Map.of("rank." + A, "1", "rank." + B, "1", "rank." + C, "3")).problem()).isPresent()
            .get().extracting(each -> each.zh()).asString().contains("1 1 3");
        assertThat(RankForm.typed(Map.of("rank." + A, "eins")).problem()).isPresent();
    }

    @Test void a_receipt_number_notices_any_one_wrong_character() {
        var number = ReceiptNumber.of(Zone.OPEN, "53", 7).text();
        assertThat(number).startsWith("O-53-0007-");
        for (int i = 2; i < number.length(); i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRSTUVW".toCharArray()) {
                if (number.charAt(i) != '-' && number.charAt(i) != c && Character.isDigit(number.charAt(i)) == Character.isDigit(c)) {
                    var wrong = number.substring(0, i) + c + number.substring(i + 1);
                    assertThat(ReceiptNumber.typed(wrong)).as(wrong).isEmpty();
                }
            }
        }
        assertThat(ReceiptNumber.typed(" " + number.toLowerCase() + " ")).isPresent();
        assertThatThrownBy(() -> new ReceiptNumber("O-53-0007-")).isInstanceOf(IllegalArgumentException.class);
    }
}
