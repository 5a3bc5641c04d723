// Maps from labels to the detectors that are to find them.
#include "load/label_map.h"

#include "load/load.h"
#include "test_read.h"

static bool load_map(Reading *reading, const char *text, LabelMap *map) {
    Rubric rubric;
    write_text("p.yaml", "detectors: {hello: {any: [hello]}, thanks: {any: [thanks]}}\n");
    write_text("m.yaml", text);
    assert_true(
        rubric_load(&reading->arena, STR("p.yaml"), NULL, &rubric, &reading->diags));
    bool good =
        label_map_load(&reading->arena, STR("m.yaml"), &rubric, map, &reading->diags);
    rubric_free(&rubric);
    return good;
}

static void a_label_has_one_detector_or_several(void **state) {
    Reading *reading = *state;
    LabelMap map;
    assert_true(load_map(reading,
                         "labels:\n  greet: hello\n  any-of: [thanks, hello]\n"
                         "  a b: {detectors: thanks, role: agent}\n",
                         &map));
    ASSERT_COMPLAINTS(reading, "");
    assert_int_equal(map.rules.len, 3);
    assert_int_equal(map.rules.items[0].detectors.len, 1);
    assert_int_equal(map.rules.items[1].detectors.items[0], 1);
    assert_int_equal(map.rules.items[1].detectors.items[1], 0);
    ASSERT_STR(reading, map.rules.items[2].label, "a b");
    assert_int_equal(map.rules.items[2].role, ROLE_AGENT);
    assert_int_equal(map_get(&map.numbers, STR("any-of")), 1);
}

static void mistakes_in_a_map_have_their_place(void **state) {
    Reading *reading = *state;
    LabelMap map;
    assert_false(
        load_map(reading,
                 "labels:\n  greet: helo\n  bye: {detector: hello, role: agnet}\n"
                 "label: x\n",
                 &map));
    assert_string_equal(mistakes(reading),
                        "2:10: unknown detector 'helo' (did you mean 'hello'?)\n"
                        "3:8: missing field 'detectors'\n"
                        "3:9: unknown field 'detector' (did you mean 'detectors'?)\n"
                        "3:32: unknown role 'agnet' (did you mean 'agent'?)\n"
                        "4:1: unknown field 'label' (did you mean 'labels'?)\n");
}

static void a_map_must_have_labels(void **state) {
    Reading *reading = *state;
    LabelMap map;
    assert_false(load_map(reading, "labels: {}\n", &map));
    assert_string_equal(mistakes(reading), "1:9: no labels\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        READING_TEST(a_label_has_one_detector_or_several),
        READING_TEST(mistakes_in_a_map_have_their_place),
        READING_TEST(a_map_must_have_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
