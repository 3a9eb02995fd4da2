package huizhan.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void a_full_last_page_has_no_page_after_it() {
        assertThat(Paging.of(2, 20, 40).hasNext()).isFalse();
        assertThat(Paging.of(2, 20, 41).hasNext()).isTrue();
        assertThat(Paging.of(2, 20, 41).offset()).isEqualTo(20);
    }

    @Test
    void a_page_that_is_not_there_is_the_nearest_one() {
        assertThat(Paging.of(9, 20, 41)).isEqualTo(new Paging(3, 20, 41));
        assertThat(Paging.of(-1, 20, 41).page()).isEqualTo(1);
        assertThat(Paging.of(1, 20, 41).hasPrevious()).isFalse();
    }

    @Test
    void an_empty_list_is_one_empty_page() {
        var empty = Paging.of(1, 20, 0);
        assertThat(empty.pages()).isEqualTo(1);
        assertThat(empty.first()).isZero();
        assertThat(empty.last()).isZero();
    }
}
